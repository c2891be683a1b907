package vn.camket.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;

/**
 * What came out of checking a signed copy.
 *
 * @param lines one for each check, in order
 * @param signer who signed; empty if it did not come so far
 * @param refusal why it is not taken; empty otherwise
 */
public record CheckReport(List<Line> lines, Optional<Signer> signer, Optional<Refusal> refusal) {
    /** What became of one check. */
    public enum Outcome {
        PASSED,
        /** Nothing there to be checked. */
        ABSENT,
        /** Not known yet. */
        OPEN,
        FAILED,
        /** Not reached. */
        NOT_RUN
    }

    /** @param detail technical words, the same in every language; may be empty */
    public record Line(Check check, Outcome outcome, String detail) {}

    /**
     * A certificate that signed, without its personal number.
     *
     * @param sha256 of the certificate, in hexadecimal
     * @param name of the person, as the certificate has it
     * @param issuer name of the authority
     * @param serial in hexadecimal
     */
    public record Signer(String sha256, String name, String issuer, String serial, Instant notAfter) {}

    public enum Verdict {
        ACCEPTED,
        /** Everything holds, but whether the certificate is revoked is not known. */
        AWAITING_CHECK,
        REFUSED
    }

    public Verdict verdict() {
        if (refusal.isPresent()) {
            return Verdict.REFUSED;
        }
        return lines.stream().anyMatch(line -> line.outcome() == Outcome.OPEN)
                ? Verdict.AWAITING_CHECK
                : Verdict.ACCEPTED;
    }

    /** The checks as records have them: {@code check}, {@code outcome}, {@code detail}. */
    public List<Map<String, @Nullable Object>> fields() {
        var fields = new ArrayList<Map<String, @Nullable Object>>();
        for (var line : lines) {
            var field = new LinkedHashMap<String, @Nullable Object>();
            field.put("check", line.check().name());
            field.put("outcome", line.outcome().name());
            field.put("detail", line.detail());
            fields.add(field);
        }
        return fields;
    }

    /** Reads what {@link #fields} has written. */
    public static List<Line> lines(@Nullable Object written) {
        var lines = new ArrayList<Line>();
        for (var field : (List<?>) java.util.Objects.requireNonNull(written)) {
            var map = (Map<?, ?>) field;
            lines.add(new Line(
                    Check.valueOf(String.valueOf(map.get("check"))),
                    Outcome.valueOf(String.valueOf(map.get("outcome"))),
                    String.valueOf(map.get("detail"))));
        }
        return List.copyOf(lines);
    }
}
