package vn.camket.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a kept list of revoked certificates without reading it: lists may have megabytes. */
@SuppressWarnings("ArrayRecordComponent") // read only
public record ListSummary(
        long id,
        long authorityId,
        byte[] authority,
        byte[] sha256,
        Instant madeAt,
        @Nullable Instant nextAt,
        int entries) {
    /** When the authority makes the next one. */
    public Optional<Instant> next() {
        return Optional.ofNullable(nextAt);
    }

    String fingerprint() {
        return HexFormat.of().formatHex(sha256);
    }

    /** Whether the list may be by this issuer: by its name, whose signature it carries comes later. */
    boolean mayBeBy(X509Certificate issuer) {
        try {
            return X509Files.certificate(authority).getSubjectX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("Certificate " + authorityId + " of the list cannot be read", damaged);
        }
    }
}
