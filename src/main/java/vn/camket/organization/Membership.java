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
import vn.camket.platform.VietnameseText;

/** A post of an employee in an agency between two days; at most one main post at a time. Closed, never edited. */
@Entity
@Table(name = "membership")
public class Membership {
    /** MAIN is the one that counts in figures. */
    public enum Kind {
        MAIN,
        CONCURRENT,
        SECONDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "employee_id")
    private Employee employee;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agency_id")
    private Agency agency;

    private String position;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Embedded
    private Period period;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {}

    /** @param position title of the post as it is printed ("Chuyên viên") */
    public Membership(Employee employee, Agency agency, String position, Kind kind, LocalDate from) {
        this.employee = employee;
        this.agency = agency;
        this.position = VietnameseText.clean(position);
        this.kind = kind;
        this.period = Period.since(from);
    }

    void end(LocalDate on) {
        period = period.endedOn(on);
    }

    /** A second change on the day this post began: it never held for a whole day, so it takes the new content. */
    void replaceBy(Agency newAgency, String newPosition) {
        agency = newAgency;
        position = VietnameseText.clean(newPosition);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Employee employee() {
        return employee;
    }

    public Agency agency() {
        return agency;
    }

    public String position() {
        return position;
    }

    public Kind kind() {
        return kind;
    }

    public Period period() {
        return period;
    }
}
