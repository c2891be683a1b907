package vn.camket.quiz.web;

import java.util.List;
import java.util.stream.IntStream;
import vn.camket.quiz.QuestionOption;
import vn.camket.quiz.QuestionVersion;
import vn.camket.quiz.SlotState;

/**
 * An option as one attempt shows it, without saying whether it is right.
 *
 * @param number from 1, as shown
 * @param letter A, B, C, ...
 */
public record ShownOption(int number, String letter, String text, boolean chosen) {
    static List<ShownOption> of(SlotState slot, QuestionVersion question) {
        var order = slot.order().positions();
        return IntStream.range(0, order.size())
                .mapToObj(index -> new ShownOption(
                        index + 1,
                        letter(index),
                        text(question, order.get(index)),
                        slot.chosen().contains(order.get(index))))
                .toList();
    }

    static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }

    private static String text(QuestionVersion question, int position) {
        return question.options().stream()
                .filter(option -> option.position() == position)
                .map(QuestionOption::text)
                .findFirst()
                .orElseThrow();
    }
}
