package vn.camket.quiz;

import jakarta.persistence.Embeddable;

/** One option of a question, numbered from 1 as its author wrote it. */
@Embeddable
public class QuestionOption {
    private int position;
    private String text;
    private boolean correct;

    @SuppressWarnings("NullAway.Init")
    protected QuestionOption() {}

    public QuestionOption(int position, String text, boolean correct) {
        this.position = position;
        this.text = text;
        this.correct = correct;
    }

    public int position() {
        return position;
    }

    public String text() {
        return text;
    }

    /** Never sent to a browser before the attempt is submitted. */
    public boolean isCorrect() {
        return correct;
    }
}
