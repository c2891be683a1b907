package vn.camket.campaign;

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
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing to do in a campaign, in its order, with its due day (inclusive). Frozen once the campaign is open. */
@Entity
@Table(name = "step")
public class Step {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id")
    private Campaign campaign;

    private int position;

    @Enumerated(EnumType.STRING)
    private StepKind kind;

    @Column(name = "subject_id")
    private long subjectId;

    private String title;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    @Enumerated(EnumType.STRING)
    private StepAudience audience;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private CommitmentRule commitments;

    @SuppressWarnings("NullAway.Init")
    protected Step() {}

    /**
     * @param position from 1, the order in which steps are done
     * @param subjectId module of a MODULE step, pledge template of a PLEDGE step
     * @param commitments of a PLEDGE step; without meaning for others
     * @param title copied when the step is planned, so that lists need not ask the room of the subject
     */
    public Step(
            Campaign campaign,
            int position,
            StepKind kind,
            long subjectId,
            String title,
            @Nullable String titleEn,
            StepAudience audience,
            LocalDate dueOn,
            CommitmentRule commitments) {
        this.campaign = campaign;
        this.position = position;
        this.kind = kind;
        this.subjectId = subjectId;
        this.title = title;
        this.titleEn = titleEn;
        this.audience = audience;
        this.dueOn = dueOn;
        this.commitments = commitments;
    }

    /** A later due day; only while the campaign is open. */
    void postponeTo(LocalDate newDueOn) {
        dueOn = newDueOn;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Campaign campaign() {
        return campaign;
    }

    public int position() {
        return position;
    }

    public StepKind kind() {
        return kind;
    }

    public long subjectId() {
        return subjectId;
    }

    public String title() {
        return title;
    }

    public Optional<String> titleEn() {
        return Optional.ofNullable(titleEn);
    }

    /** Title in the reader's language; Vietnamese where there is no other. */
    public String title(java.util.Locale locale) {
        return "en".equals(locale.getLanguage()) && titleEn != null ? titleEn : title;
    }

    public StepAudience audience() {
        return audience;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** Whether a PLEDGE step asks for personal commitments. */
    public CommitmentRule commitments() {
        return commitments;
    }

    /** Whether the step is asked of this enrolment. */
    public boolean concerns(Enrolment enrolment) {
        return audience.includes(enrolment.isLeader(), enrolment.isPolicyMaker());
    }
}
