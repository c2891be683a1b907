/**
 * Questions (câu hỏi), papers (đề), attempts (lượt làm bài) and their scores (điểm). Marks are computed here, on the server, only.
 *
 * <p>On the screen: Attempt lượt làm bài; QuizTaking làm bài kiểm tra.
 */
@NullMarked
package vn.camket.quiz;

import org.jspecify.annotations.NullMarked;
