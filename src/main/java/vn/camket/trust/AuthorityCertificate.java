package vn.camket.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** The certificate of a certification authority, as an administrator compares it with what the authority has published. */
public record AuthorityCertificate(X509Certificate certificate) {
    private static final int MAY_ISSUE = 5;

    /**
     * The authority in a file, PEM or DER.
     *
     * @throws vn.camket.platform.Refusal FILE_MISSING, NO_CERTIFICATE; NOT_AN_AUTHORITY for one that may not issue, has
     *     ended or is weak
     */
    static AuthorityCertificate in(byte[] file, Instant now) {
        if (file.length == 0) {
            throw TrustRefusal.FILE_MISSING.with();
        }
        var found = X509Files.certificateIn(file).orElseThrow(TrustRefusal.NO_CERTIFICATE::with);
        var usage = found.getKeyUsage();
        if (found.getBasicConstraints() < 0
                || (usage != null && !usage[MAY_ISSUE])
                || found.getNotAfter().toInstant().isBefore(now)
                || !isStrong(found)) {
            throw TrustRefusal.NOT_AN_AUTHORITY.with();
        }
        return new AuthorityCertificate(found);
    }

    private static boolean isStrong(X509Certificate certificate) {
        try {
            KeyStrength.require(certificate.getPublicKey());
            return true;
        } catch (vn.camket.platform.Refusal weak) {
            return false;
        }
    }

    /** Signed by itself: a way may end here. */
    public boolean isRoot() {
        try {
            if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                return false;
            }
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    public String name() {
        return SubjectNames.readable(certificate.getSubjectX500Principal());
    }

    /** All of its name. */
    public String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    public String issuer() {
        return SubjectNames.readable(certificate.getIssuerX500Principal());
    }

    public String serial() {
        return certificate.getSerialNumber().toString(16);
    }

    /** SHA-256 of the certificate in groups of four digits. */
    public String fingerprint() {
        return X509Files.fingerprint(certificate).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** Name and size of its key. */
    public String key() {
        return KeyStrength.require(certificate.getPublicKey());
    }

    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    public byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
