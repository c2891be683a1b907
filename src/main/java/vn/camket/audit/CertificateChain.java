package vn.camket.audit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.camket.platform.web.Format;

/**
 * A certificate that another authority issued for a key of the installation, then that of its issuer, and so on. Whether
 * the last of them is to be trusted is for the readers of our PDFs to say.
 */
record CertificateChain(List<X509Certificate> certificates) {
    /** Bytes of a file with a chain. */
    static final int LONGEST = 65_536;

    private static final int MOST = 5;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----", Pattern.DOTALL);

    /** Of extended key usage: servers, programs, time stamps, answers about revocation. What has no other is not for PDFs. */
    private static final Set<String> OTHER_USES =
            Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9");

    CertificateChain {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads certificates between the lines of PEM; other text between them is passed over.
     *
     * @throws vn.camket.platform.Refusal CERTIFICATE_MISSING, CERTIFICATE_TOO_LARGE, CERTIFICATE_UNREADABLE, CHAIN_TOO_LONG
     */
    static CertificateChain read(byte[] sent) {
        if (sent.length > LONGEST) {
            throw AuditRefusal.CERTIFICATE_TOO_LARGE.with(LONGEST / 1024);
        }
        var text = new String(sent, StandardCharsets.ISO_8859_1);
        if (text.isBlank()) {
            throw AuditRefusal.CERTIFICATE_MISSING.with();
        }
        var found = PEM.matcher(text).results().map(hit -> hit.group(1)).toList();
        if (found.size() > MOST) {
            throw AuditRefusal.CHAIN_TOO_LONG.with(found.size(), MOST);
        }
        var certificates = new ArrayList<X509Certificate>();
        for (var base64 : found) {
            certificates.add(certificate(base64, certificates.size() + 1));
        }
        if (certificates.isEmpty()) {
            throw AuditRefusal.CERTIFICATE_UNREADABLE.with(1);
        }
        return new CertificateChain(certificates);
    }

    private static X509Certificate certificate(String base64, int place) {
        try {
            var encoded = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            var certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            if (Arrays.equals(certificate.getEncoded(), encoded)) {
                return certificate;
            }
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            // said below
        }
        throw AuditRefusal.CERTIFICATE_UNREADABLE.with(place);
    }

    /**
     * Whether PDFs may be sealed under this chain from now on.
     *
     * @param key the public key in use
     * @param margin how long before its end a key is renewed
     * @throws vn.camket.platform.Refusal CERTIFICATE_TWICE, CERTIFICATE_OF_OTHER_KEY, CERTIFICATE_OF_AUTHORITY,
     *     CERTIFICATE_USAGE_WRONG, CHAIN_INCOMPLETE, ISSUER_NOT_AUTHORITY, CHAIN_BROKEN, CERTIFICATE_NOT_VALID,
     *     CERTIFICATE_ENDS_SOON
     */
    void requireFor(PublicKey key, Instant now, Duration margin) {
        requireEachOnce();
        if (!Arrays.equals(first().getPublicKey().getEncoded(), key.getEncoded())) {
            throw AuditRefusal.CERTIFICATE_OF_OTHER_KEY.with();
        }
        requireForSealing();
        requireIssuers();
        for (var place = 1; place <= certificates.size(); place++) {
            requireValid(place, now);
        }
        if (end().isBefore(now.plus(margin))) {
            throw AuditRefusal.CERTIFICATE_ENDS_SOON.with(Format.dayOf(end()), margin.toDays());
        }
    }

    private void requireEachOnce() {
        for (var place = 1; place < certificates.size(); place++) {
            var earlier = certificates.subList(0, place).indexOf(certificates.get(place));
            if (earlier >= 0) {
                throw AuditRefusal.CERTIFICATE_TWICE.with(earlier + 1, place + 1);
            }
        }
    }

    private void requireForSealing() {
        if (first().getBasicConstraints() >= 0) {
            throw AuditRefusal.CERTIFICATE_OF_AUTHORITY.with();
        }
        try {
            var usage = first().getKeyUsage();
            var purposes = first().getExtendedKeyUsage();
            if ((usage == null || usage[0] || usage[1]) && (purposes == null || !OTHER_USES.containsAll(purposes))) {
                return;
            }
        } catch (CertificateParsingException damaged) {
            throw AuditRefusal.CERTIFICATE_UNREADABLE.with(1);
        }
        throw AuditRefusal.CERTIFICATE_USAGE_WRONG.with();
    }

    private void requireIssuers() {
        if (certificates.size() < 2) {
            throw AuditRefusal.CHAIN_INCOMPLETE.with(Certificates.shortName(first().getIssuerX500Principal()));
        }
        for (var place = 1; place < certificates.size(); place++) {
            var issuer = certificates.get(place);
            if (!isSigned(certificates.get(place - 1), issuer)) {
                throw AuditRefusal.CHAIN_BROKEN.with(place, place + 1);
            }
            var usage = issuer.getKeyUsage();
            if (issuer.getBasicConstraints() < place - 1 || (usage != null && !usage[5])) {
                throw AuditRefusal.ISSUER_NOT_AUTHORITY.with(place + 1);
            }
        }
        var last = certificates.get(certificates.size() - 1);
        if (Certificates.isOwnIssuer(last) && !isSigned(last, last)) {
            throw AuditRefusal.CERTIFICATE_UNREADABLE.with(certificates.size());
        }
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException no) {
            return false;
        }
    }

    private void requireValid(int place, Instant now) {
        var certificate = certificates.get(place - 1);
        try {
            certificate.checkValidity(Date.from(now));
        } catch (GeneralSecurityException no) {
            throw AuditRefusal.CERTIFICATE_NOT_VALID.with(
                    place,
                    Format.dayOf(certificate.getNotBefore().toInstant()),
                    Format.dayOf(certificate.getNotAfter().toInstant()));
        }
    }

    /** The certificate of the key. */
    X509Certificate first() {
        return certificates.get(0);
    }

    /** Until when all of them hold. */
    Instant end() {
        return certificates.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
