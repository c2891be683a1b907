package vn.camket.quiz;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wording of a question at one time. Once a published paper uses it, it never changes: an edit makes the next one. */
@Entity
@Table(name = "question_version")
public class QuestionVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "question_id")
    private Question question;

    private int number;

    @Enumerated(EnumType.STRING)
    private QuestionKind kind;

    private String prompt;
    private String explanation;
    private @Nullable String source;

    @Enumerated(EnumType.STRING)
    private Difficulty difficulty;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "question_option", joinColumns = @JoinColumn(name = "question_version_id"))
    @OrderBy("position")
    private List<QuestionOption> options = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected QuestionVersion() {}

    QuestionVersion(Question question, int number, QuestionDraft draft, Instant createdAt) {
        this.question = question;
        this.number = number;
        this.createdAt = createdAt;
        this.kind = draft.kind();
        this.prompt = draft.prompt();
        this.explanation = draft.explanation();
        this.source = draft.source();
        this.difficulty = draft.difficulty();
        this.options = new ArrayList<>(draft.options());
    }

    /** New wording in place; only while no published paper uses it. The options are replaced by the repository. */
    void reword(QuestionDraft draft) {
        kind = draft.kind();
        prompt = draft.prompt();
        explanation = draft.explanation();
        source = draft.source();
        difficulty = draft.difficulty();
    }

    /** Positions of the right options. */
    Set<Integer> key() {
        return options.stream()
                .filter(QuestionOption::isCorrect)
                .map(QuestionOption::position)
                .collect(Collectors.toSet());
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Question question() {
        return question;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    public QuestionKind kind() {
        return kind;
    }

    public String prompt() {
        return prompt;
    }

    public String explanation() {
        return explanation;
    }

    /** The document and article behind the right answer. */
    public Optional<String> source() {
        return Optional.ofNullable(source);
    }

    public Difficulty difficulty() {
        return difficulty;
    }

    /** In the author's order. */
    public List<QuestionOption> options() {
        return options;
    }
}
