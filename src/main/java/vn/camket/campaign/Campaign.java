package vn.camket.campaign;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;
import vn.camket.platform.Vietnam;

/**
 * One round of the campaign: planned, opened once, closed once. Opening enrols its audience and freezes its steps.
 */
@Entity
@Table(name = "campaign")
public class Campaign {
    /** Derived from the facts of opening and closing. */
    public enum State {
        PLANNED,
        OPEN,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    private String name;

    @Column(name = "name_en")
    private @Nullable String nameEn;

    @Column(name = "cycle_name")
    private String cycleName;

    private @Nullable String description;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "closes_on")
    private LocalDate closesOn;

    @Column(name = "threshold_percent")
    private int thresholdPercent = 80;

    @Column(name = "again_after_transfer")
    private boolean asksAgainAfterTransfer = true;

    @Column(name = "mid_year_due")
    private @Nullable LocalDate midYearDue;

    @Column(name = "year_end_due")
    private @Nullable LocalDate yearEndDue;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "opened_by")
    private @Nullable Long openedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable Long closedBy;

    @OneToMany(mappedBy = "campaign", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Step> steps = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    /**
     * @param agency the owner; the campaign reaches no further than its subtree
     * @param cycleName how the round is called on screen ("Đợt năm 2026")
     * @param closesOn last day on which steps count, not before {@code opensOn}
     */
    public Campaign(
            Agency agency, String name, String cycleName, LocalDate opensOn, LocalDate closesOn, Instant createdAt) {
        this.agency = agency;
        this.name = name;
        this.cycleName = cycleName;
        this.opensOn = opensOn;
        this.closesOn = closesOn;
        this.createdAt = createdAt;
        if (closesOn.isBefore(opensOn)) {
            throw new IllegalArgumentException("A campaign closes after it opens: " + opensOn + " to " + closesOn);
        }
    }

    /** New particulars; only while planned. */
    void describe(
            String newName,
            @Nullable String newNameEn,
            String newCycleName,
            @Nullable String newDescription,
            LocalDate newOpensOn,
            LocalDate newClosesOn,
            int newThresholdPercent,
            boolean newAsksAgainAfterTransfer) {
        name = newName;
        nameEn = newNameEn;
        cycleName = newCycleName;
        description = newDescription;
        opensOn = newOpensOn;
        closesOn = newClosesOn;
        thresholdPercent = newThresholdPercent;
        asksAgainAfterTransfer = newAsksAgainAfterTransfer;
    }

    /** A later last day; only while open. */
    void extendTo(LocalDate newClosesOn) {
        closesOn = newClosesOn;
    }

    /** When people rate themselves; at any time, as commitments are kept for longer than the campaign is open. */
    void rateUntil(@Nullable LocalDate newMidYearDue, LocalDate newYearEndDue) {
        midYearDue = newMidYearDue;
        yearEndDue = newYearEndDue;
    }

    void open(Instant at, long byAccount) {
        openedAt = at;
        openedBy = byAccount;
    }

    void close(Instant at, long byAccount) {
        closedAt = at;
        closedBy = byAccount;
    }

    public State state() {
        if (closedAt != null) {
            return State.CLOSED;
        }
        return openedAt != null ? State.OPEN : State.PLANNED;
    }

    /** Whether acts count at this instant: opened, not closed, within its days (both inclusive, Vietnam). */
    public boolean isRunning(Instant now) {
        var day = Vietnam.day(now);
        return state() == State.OPEN && !day.isBefore(opensOn) && !day.isAfter(closesOn);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Agency agency() {
        return agency;
    }

    public String name() {
        return name;
    }

    public Optional<String> nameEn() {
        return Optional.ofNullable(nameEn);
    }

    /** Name in the reader's language; Vietnamese where there is no other. */
    public String name(java.util.Locale locale) {
        return "en".equals(locale.getLanguage()) && nameEn != null ? nameEn : name;
    }

    public String cycleName() {
        return cycleName;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate closesOn() {
        return closesOn;
    }

    /** Below this rate an agency is shown as needing a push. */
    public int thresholdPercent() {
        return thresholdPercent;
    }

    /** Until when people rate themselves on their personal commitments: as it was set, otherwise by rule. */
    public RatingDays ratingDays() {
        return yearEndDue == null ? RatingDays.byRule(closesOn) : new RatingDays(midYearDue, yearEndDue);
    }

    /** Whether people who are transferred while it is open are asked to sign their pledge in the new agency. */
    public boolean asksAgainAfterTransfer() {
        return asksAgainAfterTransfer;
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** In order of position; changed only through the planning boundary. */
    public List<Step> steps() {
        return steps;
    }

    public int version() {
        return version;
    }
}
