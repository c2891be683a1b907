package vn.camket.pledge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as records write them: RFC 3339, UTC, always three decimals (2026-09-15T03:41:07.250Z). */
final class RecordTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private RecordTime() {}

    static Instant cut(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    static String write(Instant instant) {
        return FORM.format(instant);
    }

    static Instant read(String written) {
        return Instant.parse(written);
    }
}
