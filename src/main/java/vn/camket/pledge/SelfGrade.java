package vn.camket.pledge;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one commitment was kept, in a {@link SelfRating}. Inserted once with it. */
@Entity
@Table(name = "self_grade")
public class SelfGrade {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "rating_id")
    private SelfRating rating;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "commitment_id")
    private SignedCommitment commitment;

    @Enumerated(EnumType.STRING)
    private CommitmentGrade grade;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected SelfGrade() {}

    SelfGrade(SelfRating rating, SignedCommitment commitment, Grading grading) {
        this.rating = rating;
        this.commitment = commitment;
        this.grade = grading.chosen();
        this.reason = grading.stored().orElse(null);
    }

    public SelfRating rating() {
        return rating;
    }

    SignedCommitment commitment() {
        return commitment;
    }

    public CommitmentGrade grade() {
        return grade;
    }

    /** There for every commitment that was not met. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
