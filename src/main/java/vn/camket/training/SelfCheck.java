package vn.camket.training;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A question at the end of a lesson by which readers check themselves; never scored, never stored what they chose. */
@Entity
@Table(name = "self_check")
public class SelfCheck {
    /** One possible answer. */
    @Embeddable
    public static class Option {
        private int position;
        private String text;
        private boolean correct;

        @SuppressWarnings("NullAway.Init")
        protected Option() {}

        Option(int position, SelfCheckText.Option option) {
            this.position = position;
            this.text = option.text();
            this.correct = option.correct();
        }

        public String text() {
            return text;
        }

        public boolean isCorrect() {
            return correct;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "lesson_id")
    private Lesson lesson;

    private int position;

    private String prompt;

    private String explanation;

    @ElementCollection
    @CollectionTable(name = "self_check_option", joinColumns = @JoinColumn(name = "self_check_id"))
    @OrderBy("position")
    private List<Option> options = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected SelfCheck() {}

    SelfCheck(Lesson lesson, int position, SelfCheckText text) {
        this.lesson = lesson;
        this.position = position;
        this.prompt = text.prompt();
        this.explanation = text.explanation();
        for (var option : text.options()) {
            options.add(new Option(options.size() + 1, option));
        }
    }

    SelfCheckText asText() {
        return new SelfCheckText(
                prompt,
                options().stream()
                        .map(option -> new SelfCheckText.Option(option.text, option.correct))
                        .toList(),
                explanation);
    }

    /** As people write it: see {@link SelfCheckText}. */
    public String written() {
        return asText().written();
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public int position() {
        return position;
    }

    public String prompt() {
        return prompt;
    }

    public String explanation() {
        return explanation;
    }

    /** In the order they were written. */
    public List<Option> options() {
        return options.stream()
                .sorted(java.util.Comparator.comparing(option -> option.position))
                .toList();
    }
}
