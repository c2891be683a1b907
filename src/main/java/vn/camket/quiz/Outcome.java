package vn.camket.quiz;

import java.util.List;

/**
 * A submitted attempt, question by question.
 *
 * @param prospect of the same step, as it is now
 */
public record Outcome(Sitting sitting, Prospect prospect, List<Reviewed> questions) {
    public Outcome {
        questions = List.copyOf(questions);
    }

    /** One question as answered. */
    public record Reviewed(SlotState slot, QuestionVersion question, boolean right) {}

    /** Right options, explanations and sources are shown once the person can use them no more in this quiz. */
    public boolean isKeyShown() {
        return prospect.isOver();
    }
}
