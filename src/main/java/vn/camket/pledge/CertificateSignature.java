package vn.camket.pledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.camket.trust.CheckReport;

/**
 * How far the signing of one pledge with a personal certificate has come.
 *
 * @param code of the pledge
 * @param signer name in the certificate, masked; {@code issuer} and {@code serial} of the certificate
 * @param fileSha256 of the signed PDF, in hexadecimal
 * @param decidedAt empty while it awaits a check
 * @param reason name of the refusal; empty unless it was refused after it had been taken in
 */
public record CertificateSignature(
        LookupCode code,
        CheckReport.Verdict verdict,
        String signer,
        String issuer,
        String serial,
        String fileSha256,
        Instant uploadedAt,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        List<CheckReport.Line> lines) {
    public boolean isAccepted() {
        return verdict == CheckReport.Verdict.ACCEPTED;
    }

    public boolean isAwaiting() {
        return verdict == CheckReport.Verdict.AWAITING_CHECK;
    }
}
