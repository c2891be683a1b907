package vn.camket.quiz;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of a paper: begun once, submitted once, by the person or by its deadline. Its score is
 * computed at that moment and never changes.
 */
@Entity
@Table(name = "attempt")
public class Attempt {
    /** Saves on their way when the time ran out still count this long. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /** Who ended an attempt. */
    public enum SubmittedBy {
        PERSON,
        DEADLINE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "enrolment_id")
    private long enrolmentId;

    @Column(name = "step_id")
    private long stepId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "paper_id")
    private Paper paper;

    private int number;
    private long seed;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "deadline_at")
    private @Nullable Instant deadlineAt;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "submitted_by")
    private @Nullable SubmittedBy submittedBy;

    private @Nullable Integer score;

    @Column(name = "max_score")
    private int maxScore;

    private @Nullable Boolean passed;

    @SuppressWarnings("NullAway.Init")
    protected Attempt() {}

    /**
     * @param number from 1 within the enrolment's step
     * @param lastDeadline when an attempt without a time limit ends
     */
    Attempt(
            long enrolmentId,
            long stepId,
            Paper paper,
            int number,
            long seed,
            int questions,
            Instant startedAt,
            Instant lastDeadline) {
        this.enrolmentId = enrolmentId;
        this.stepId = stepId;
        this.paper = paper;
        this.number = number;
        this.seed = seed;
        this.maxScore = questions;
        this.startedAt = startedAt;
        this.deadlineAt = paper.timeLimit().map(startedAt::plus).orElse(lastDeadline);
    }

    /** Whether an answer may still be saved. */
    boolean accepts(Instant now) {
        return submittedAt == null && !isOverdue(now);
    }

    /** Whether it must be submitted with what is saved: past its deadline and the seconds of grace. */
    boolean isOverdue(Instant now) {
        return submittedAt == null && deadlineAt != null && now.isAfter(deadlineAt.plus(GRACE));
    }

    /** Ends the attempt; after its deadline the deadline counts as the moment, whoever came first. */
    void submit(Score reached, Instant now) {
        if (submittedAt != null) {
            throw new IllegalStateException("Attempt " + id + " was submitted at " + submittedAt);
        }
        var late = deadlineAt != null && now.isAfter(deadlineAt);
        submittedAt = late ? deadlineAt : now;
        submittedBy = late ? SubmittedBy.DEADLINE : SubmittedBy.PERSON;
        score = reached.points();
        maxScore = reached.max();
        passed = reached.reaches(paper.passPercent());
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public long enrolmentId() {
        return enrolmentId;
    }

    public long stepId() {
        return stepId;
    }

    public Paper paper() {
        return paper;
    }

    public int number() {
        return number;
    }

    long seed() {
        return seed;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** When it is submitted by itself; the clock runs on while the person is away. */
    public Optional<Instant> deadlineAt() {
        return Optional.ofNullable(deadlineAt);
    }

    public boolean isSubmitted() {
        return submittedAt != null;
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<SubmittedBy> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    public int questions() {
        return maxScore;
    }

    /** Empty until submitted. */
    public Optional<Score> score() {
        return Optional.ofNullable(score).map(points -> new Score(points, maxScore));
    }

    public boolean isPassed() {
        return Boolean.TRUE.equals(passed);
    }
}
