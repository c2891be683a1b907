package vn.camket.quiz;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The quiz of a module: a draft until it is published, then never changed; an edit makes the next number. */
@Entity
@Table(name = "paper")
public class Paper {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "module_id")
    private long moduleId;

    private int number;

    @Column(name = "pass_percent")
    private int passPercent;

    @Column(name = "time_limit_minutes")
    private @Nullable Integer timeLimitMinutes;

    @Column(name = "attempts_allowed")
    private @Nullable Integer attemptsAllowed;

    @Column(name = "wait_minutes")
    private int waitMinutes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable Long publishedBy;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Paper() {}

    Paper(long moduleId, int number, PaperRules rules, Instant createdAt, long byAccount) {
        this.moduleId = moduleId;
        this.number = number;
        this.createdAt = createdAt;
        this.createdBy = byAccount;
        follow(rules);
    }

    /** New rules; only while a draft. */
    final void follow(PaperRules rules) {
        if (publishedAt != null) {
            throw QuizRefusal.PAPER_PUBLISHED.with();
        }
        passPercent = rules.passPercent();
        timeLimitMinutes = rules.timeLimitMinutes();
        attemptsAllowed = rules.attemptsAllowed();
        waitMinutes = rules.waitMinutes();
    }

    void publish(Instant at, long byAccount) {
        if (publishedAt != null) {
            throw QuizRefusal.PAPER_PUBLISHED.with();
        }
        publishedAt = at;
        publishedBy = byAccount;
    }

    public PaperRules rules() {
        return new PaperRules(passPercent, timeLimitMinutes, attemptsAllowed, waitMinutes);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public long moduleId() {
        return moduleId;
    }

    public int number() {
        return number;
    }

    public int passPercent() {
        return passPercent;
    }

    /** Time from the start to the automatic submission; empty: until the campaign closes. */
    public Optional<Duration> timeLimit() {
        return Optional.ofNullable(timeLimitMinutes).map(Duration::ofMinutes);
    }

    /** Empty: as many as one likes. */
    public Optional<Integer> attemptsAllowed() {
        return Optional.ofNullable(attemptsAllowed);
    }

    /** Time between the end of an attempt and the start of the next. */
    public Duration pause() {
        return Duration.ofMinutes(waitMinutes);
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public int version() {
        return version;
    }
}
