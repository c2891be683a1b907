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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;

/** One person's part in one cycle of a campaign, with the agency that answers for it. Never deleted. */
@Entity
@Table(name = "enrolment")
public class Enrolment {
    /** Lateness and completion are derived, they are no states. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        WITHDRAWN,
        EXEMPT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id")
    private Campaign campaign;

    private int cycle;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "employee_id")
    private Employee employee;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @Column(name = "name_key")
    private byte[] nameKey;

    private boolean leader;

    @Column(name = "policy_maker")
    private boolean policyMaker;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "state_reason")
    private @Nullable String stateReason;

    @Column(name = "enrolled_at")
    private Instant enrolledAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    @Column(name = "completed_agency_id")
    private @Nullable Long completedAgencyId;

    /** Enrolments are made by the opening of a campaign, set by set, in the database. */
    @SuppressWarnings("NullAway.Init")
    protected Enrolment() {}

    /** Whether acts of this person count at this instant. */
    public boolean isOpen(Instant now) {
        return state == State.ACTIVE && campaign.isRunning(now);
    }

    /** The first act of this person in the campaign; later calls change nothing. Completion alone calls this. */
    public void start(Instant at) {
        startedAt = startedAt == null ? at : startedAt;
    }

    /** All steps that concern this person are met, credited to the agency of that moment. Completion alone calls this. */
    public void complete(Instant at) {
        if (completedAt == null) {
            completedAt = at;
            completedAgencyId = agency.id();
        }
    }

    /** A step is not met any more; the completion is taken back. Completion alone calls this. */
    public void resume() {
        completedAt = null;
        completedAgencyId = null;
    }

    /** The person's main post is in another agency; it answers for the person from now on. Completion alone calls this. */
    public void transferTo(Agency newAgency) {
        agency = newAgency;
    }

    /** The person left; nothing is asked any more. Completion alone calls this. */
    public void withdraw(String reason) {
        state = State.WITHDRAWN;
        stateReason = reason;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Campaign campaign() {
        return campaign;
    }

    public int cycle() {
        return cycle;
    }

    public Employee employee() {
        return employee;
    }

    /** The agency that answers for this enrolment. */
    public Agency agency() {
        return agency;
    }

    public boolean isLeader() {
        return leader;
    }

    public boolean isPolicyMaker() {
        return policyMaker;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public State state() {
        return state;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }
}
