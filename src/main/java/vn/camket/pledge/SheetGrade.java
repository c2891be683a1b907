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

/** How far one commitment was kept as the head sees it, in a {@link ThreadSheet}. Inserted once with it. */
@Entity
@Table(name = "sheet_grade")
public class SheetGrade {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "sheet_id")
    private ThreadSheet sheet;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "commitment_id")
    private SignedCommitment commitment;

    @Enumerated(EnumType.STRING)
    private CommitmentGrade grade;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected SheetGrade() {}

    SheetGrade(ThreadSheet sheet, SignedCommitment commitment, Grading grading) {
        this.sheet = sheet;
        this.commitment = commitment;
        this.grade = grading.chosen();
        this.reason = grading.stored().orElse(null);
    }

    public ThreadSheet sheet() {
        return sheet;
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
