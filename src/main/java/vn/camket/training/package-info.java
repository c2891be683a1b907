/**
 * Modules (chuyên đề), their versions, lessons (bài), materials (tài liệu) and each person's progress (tiến độ).
 */
@NullMarked
package vn.camket.training;

import org.jspecify.annotations.NullMarked;
