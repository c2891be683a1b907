package vn.camket.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/** The texts that the log key signs: a few lines each, so that they can be read and checked without this application. */
final class LogText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private LogText() {}

    /** That a record was taken at that moment and will be in the log. */
    static String receipt(String origin, byte[] leafHash, Instant at) {
        return lines("camket-receipt-v1", origin, hex(leafHash), moment(at));
    }

    static String head(String origin, long size, byte[] root, Instant at, long previousSize) {
        return lines(
                "camket-head-v1", origin, String.valueOf(size), hex(root), moment(at), String.valueOf(previousSize));
    }

    /** RFC 3339, UTC, three decimals; what is finer is cut off. */
    static String moment(Instant at) {
        return MOMENT.format(at.truncatedTo(ChronoUnit.MILLIS));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }
}
