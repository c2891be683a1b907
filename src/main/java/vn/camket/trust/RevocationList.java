package vn.camket.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.jspecify.annotations.Nullable;

/**
 * A list of revoked certificates (CRL, RFC 5280 section 5) asked about one certificate. Only whole lists of the issuer
 * itself are understood: one with a critical extension that is not known here says nothing.
 */
record RevocationList(X509CRL list) {
    private static final String INVALIDITY_DATE = "2.5.29.24";

    /** Number, authority key: no deltas, no parts, no lists about others. */
    private static final Set<String> UNDERSTOOD = Set.of("2.5.29.20", "2.5.29.35");

    private static final Duration CLOCKS = Duration.ofMinutes(5);

    /** Whether the authority signed this list. */
    boolean isBy(X509Certificate authority) {
        try {
            if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
                    || (authority.getKeyUsage() != null && !authority.getKeyUsage()[6])) {
                return false;
            }
            KeyStrength.require(authority.getPublicKey());
            list.verify(authority.getPublicKey());
            return !list.getSigAlgName().startsWith("SHA1")
                    && !list.getSigAlgName().startsWith("MD");
        } catch (GeneralSecurityException | vn.camket.platform.Refusal foreign) {
            return false;
        }
    }

    /** Made at most so long ago, its next one not due yet, nothing critical in it that is not understood. */
    boolean isFresh(Instant now, Duration longest) {
        var made = list.getThisUpdate().toInstant();
        return !made.isAfter(now.plus(CLOCKS))
                && !made.plus(longest).isBefore(now)
                && (list.getNextUpdate() == null
                        || !list.getNextUpdate().toInstant().isBefore(now));
    }

    boolean isUnderstood() {
        var critical = list.getCriticalExtensionOIDs();
        return critical == null || UNDERSTOOD.containsAll(critical);
    }

    Instant made() {
        return list.getThisUpdate().toInstant();
    }

    Optional<Instant> next() {
        return Optional.ofNullable(list.getNextUpdate()).map(java.util.Date::toInstant);
    }

    /** How many certificates it names. */
    int size() {
        return list.getRevokedCertificates() == null
                ? 0
                : list.getRevokedCertificates().size();
    }

    /** What the list says of a certificate; nothing for one that had ended before the list was made. */
    RevocationState of(X509Certificate certificate, Instant at) {
        if (certificate.getNotAfter().toInstant().isBefore(made())) {
            return new RevocationState.Unknown("CRL younger than the certificate");
        }
        var entry = list.getRevokedCertificate(certificate);
        var held = entry != null && entry.getRevocationReason() == CRLReason.CERTIFICATE_HOLD;
        return RevocationState.since("CRL", made(), since(entry), held, at);
    }

    private static Optional<Instant> since(@Nullable X509CRLEntry entry) {
        if (entry == null) {
            return Optional.empty();
        }
        var revoked = entry.getRevocationDate().toInstant();
        var invalid = invalidityDate(entry.getExtensionValue(INVALIDITY_DATE));
        return Optional.of(invalid == null || invalid.isAfter(revoked) ? revoked : invalid);
    }

    /** From when on the key may have been in other hands (RFC 5280, 5.3.2). */
    private static @Nullable Instant invalidityDate(byte @Nullable [] extension) {
        if (extension == null) {
            return null;
        }
        try {
            var inner = ASN1OctetString.getInstance(extension).getOctets();
            return ASN1GeneralizedTime.getInstance(inner).getDate().toInstant();
        } catch (java.text.ParseException | IllegalArgumentException unreadable) {
            return Instant.MIN;
        }
    }
}
