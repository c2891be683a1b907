package vn.camket.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A stretch of a campaign with a name: for orientation, it decides nothing. */
@Entity
@Table(name = "phase")
public class Phase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id")
    private Campaign campaign;

    private int position;

    private String name;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @SuppressWarnings("NullAway.Init")
    protected Phase() {}

    Phase(Campaign campaign, int position, String name, LocalDate startsOn, LocalDate endsOn) {
        this.campaign = campaign;
        this.position = position;
        this.name = name;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
    }

    public String name() {
        return name;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    /** Last day, inclusive. */
    public LocalDate endsOn() {
        return endsOn;
    }
}
