package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The check of a signed copy under hostile bytes: it always comes to a report, and what it accepts says nothing but the
 * honest file, whatever else stands in the gap of the signature.
 */
public final class SignedCopyTarget {
    private static final byte[] ISSUED = resource("issued.pdf");
    private static final byte[] HONEST = resource("signed.pdf");
    private static final CertificatePath.Authorities LIST = new CertificatePath.Authorities(
            List.of(X509Files.certificateIn(resource("root.cer")).orElseThrow()),
            List.of(X509Files.certificateIn(resource("authority.cer")).orElseThrow()),
            Set.of());
    private static final int GAP = Attacks.lastIndex(HONEST, "/Contents <") + "/Contents ".length();
    private static final int GAP_END =
            new String(HONEST, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('>', GAP);

    private SignedCopyTarget() {}

    /** What an honest program appended to the issued file. */
    public static byte[] honest() {
        return Arrays.copyOfRange(HONEST, ISSUED.length, HONEST.length);
    }

    /** @param addition bytes behind the issued file */
    public static CheckReport check(byte[] addition) {
        var file = Attacks.joined(ISSUED, addition);
        var report = new SignedCopyCheck(
                        ISSUED,
                        file,
                        LIST,
                        (certificate, issuer, at) -> new RevocationState.Good("CRL", at),
                        SampleCheck::person,
                        LIST.between().get(0).getNotBefore().toInstant().plus(Duration.ofDays(40)))
                .report();
        assertThat(report.lines()).hasSize(Check.values().length);
        if (report.verdict() != CheckReport.Verdict.REFUSED) {
            assertThat(withoutGap(file)).isEqualTo(withoutGap(HONEST));
        }
        return report;
    }

    private static byte[] withoutGap(byte[] file) {
        if (file.length != HONEST.length) {
            return file;
        }
        var rest = file.clone();
        Arrays.fill(rest, GAP, GAP_END, (byte) 0);
        return rest;
    }

    private static byte[] resource(String name) {
        try (var stream = Objects.requireNonNull(SignedCopyTarget.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
