/**
 * Questions (câu hỏi), papers (đề), attempts (lượt làm bài) and their scores (điểm). Marks are computed here, on the server, only.
 */
@NullMarked
package vn.camket.quiz;

import org.jspecify.annotations.NullMarked;
