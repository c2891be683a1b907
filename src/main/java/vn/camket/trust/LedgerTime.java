package vn.camket.trust;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as records write them: RFC 3339, UTC, always three decimals. */
final class LedgerTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private LedgerTime() {}

    static String write(Instant instant) {
        return FORM.format(instant);
    }
}
