package vn.camket.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days between which something holds: the first is in, the last is out, no last means it still holds. */
@Embeddable
public class Period {
    @Column(name = "valid_from", nullable = false)
    private LocalDate from;

    @Column(name = "valid_to")
    private @Nullable LocalDate to;

    @SuppressWarnings("NullAway.Init")
    protected Period() {}

    private Period(LocalDate from, @Nullable LocalDate to) {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("A period must end after it begins: " + from + " to " + to);
        }
        this.from = from;
        this.to = to;
    }

    public static Period since(LocalDate from) {
        return new Period(from, null);
    }

    /** @param to the first day on which it no longer holds */
    public static Period between(LocalDate from, LocalDate to) {
        return new Period(from, to);
    }

    public LocalDate from() {
        return from;
    }

    /** The first day on which it no longer holds; empty while open. */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    public boolean overlaps(Period other) {
        return (other.to == null || from.isBefore(other.to)) && (to == null || other.from.isBefore(to));
    }

    /** The same period, ended. @param on the first day on which it no longer holds, after {@link #from()} */
    public Period endedOn(LocalDate on) {
        return new Period(from, on);
    }
}
