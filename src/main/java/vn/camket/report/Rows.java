package vn.camket.report;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Columns of native rows: drivers answer the same column with different classes. */
final class Rows {
    private Rows() {}

    static long number(@Nullable Object column) {
        return column instanceof Number number ? number.longValue() : 0;
    }

    static Optional<LocalDate> day(@Nullable Object column) {
        if (column instanceof Date date) {
            return Optional.of(date.toLocalDate());
        }
        return column instanceof Timestamp moment
                ? Optional.of(moment.toLocalDateTime().toLocalDate())
                : Optional.ofNullable((LocalDate) column);
    }

    /** The column holds UTC. */
    static Optional<Instant> instant(@Nullable Object column) {
        if (column instanceof Timestamp moment) {
            return Optional.of(moment.toLocalDateTime().toInstant(ZoneOffset.UTC));
        }
        return Optional.ofNullable((LocalDateTime) column).map(moment -> moment.toInstant(ZoneOffset.UTC));
    }

    static String text(@Nullable Object column) {
        return column == null ? "" : column.toString();
    }
}
