package vn.camket.trust;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.camket.platform.Vietnam;

/**
 * The way from a certificate to an authority of the list (check 7), by RFC 5280 section 6 at a given moment.
 *
 * @param certificates the person's first, then each one's issuer; without the root
 */
record CertificatePath(List<X509Certificate> certificates, X509Certificate root) {
    private static final int LONGEST = 5;

    /** What the list knows. @param roots where ways end; @param between others that lead there; @param banned of neither kind any more */
    record Authorities(List<X509Certificate> roots, List<X509Certificate> between, Set<X509Certificate> banned) {
        /**
         * Whether a certificate speaks for an authority that was taken off. It does so by its name or its key, however often
         * it is issued anew: only the list itself takes the authority in again.
         */
        boolean isFormer(X509Certificate one) {
            return banned.stream()
                    .anyMatch(former -> former.getSubjectX500Principal().equals(one.getSubjectX500Principal())
                            || former.getPublicKey().equals(one.getPublicKey()));
        }
    }

    /**
     * Looks for a way.
     *
     * @param along certificates that came with the signature
     * @throws vn.camket.platform.Refusal CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, ISSUER_NOT_TRUSTED, DIGEST_WEAK,
     *     KEY_WEAK
     */
    static CertificatePath find(
            X509Certificate certificate, List<X509Certificate> along, Authorities authorities, Instant at) {
        requireValid(certificate, at);
        if (authorities.roots().isEmpty()) {
            throw notTrusted(certificate);
        }
        try {
            var target = new X509CertSelector();
            target.setCertificate(certificate);
            var anchors = authorities.roots().stream()
                    .map(root -> new TrustAnchor(root, null))
                    .collect(Collectors.toSet());
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            parameters.setMaxPathLength(LONGEST);
            var known = new ArrayList<>(authorities.between());
            known.add(certificate);
            along.stream()
                    .filter(one -> one.getBasicConstraints() >= 0 && !authorities.isFormer(one))
                    .forEach(known::add);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            var found = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            var certificates = found.getCertPath().getCertificates().stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw notTrusted(certificate);
            }
            certificates.forEach(CertificatePath::requireStrong);
            return new CertificatePath(certificates, found.getTrustAnchor().getTrustedCert());
        } catch (GeneralSecurityException none) {
            throw notTrusted(certificate);
        }
    }

    private static void requireValid(X509Certificate certificate, Instant at) {
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            throw TrustRefusal.CERTIFICATE_NOT_YET_VALID.with(day(certificate.getNotBefore()));
        }
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            throw TrustRefusal.CERTIFICATE_EXPIRED.with(day(certificate.getNotAfter()));
        }
    }

    private static Object day(Date date) {
        return Vietnam.day(date.toInstant().atOffset(ZoneOffset.UTC).toInstant());
    }

    private static void requireStrong(X509Certificate certificate) {
        KeyStrength.require(certificate.getPublicKey());
        if (certificate.getSigAlgName().startsWith("SHA1")
                || certificate.getSigAlgName().startsWith("MD")) {
            throw TrustRefusal.DIGEST_WEAK.with(certificate.getSigAlgName());
        }
    }

    private static RuntimeException notTrusted(X509Certificate certificate) {
        return TrustRefusal.ISSUER_NOT_TRUSTED.with(SubjectNames.readable(certificate.getIssuerX500Principal()));
    }

    /** The issuer of each certificate of the way. */
    X509Certificate issuer(int index) {
        return index + 1 < certificates.size() ? certificates.get(index + 1) : root;
    }
}
