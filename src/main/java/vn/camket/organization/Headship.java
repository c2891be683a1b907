package vn.camket.organization;

import jakarta.persistence.Embedded;
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
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Period;

/** Who heads an agency between two days. Closed, never edited. */
@Entity
@Table(name = "headship")
public class Headship {
    public enum Kind {
        HEAD,
        DEPUTY,
        ACTING
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "employee_id")
    private Employee employee;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Embedded
    private Period period;

    @SuppressWarnings("NullAway.Init")
    protected Headship() {}

    public Headship(Agency agency, Employee employee, Kind kind, LocalDate from) {
        this.agency = agency;
        this.employee = employee;
        this.kind = kind;
        this.period = Period.since(from);
    }

    void end(LocalDate on) {
        period = period.endedOn(on);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Agency agency() {
        return agency;
    }

    public Employee employee() {
        return employee;
    }

    public Kind kind() {
        return kind;
    }

    public Period period() {
        return period;
    }
}
