package vn.camket.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.camket.audit.Ledger;

/** Certificates and lists of revoked ones as files have them: DER, or DER in base 64 between two lines (PEM). */
final class X509Files {
    private static final int LONGEST_CERTIFICATE = 16_384;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (?:X509 )?(CERTIFICATE|CRL)-----([A-Za-z0-9+/=\\s]+)-----END");

    private X509Files() {}

    static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        if (der.length > LONGEST_CERTIFICATE) {
            throw new GeneralSecurityException("A certificate of " + der.length + " bytes");
        }
        DerShape.length(der);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    static X509CRL list(byte[] der) throws GeneralSecurityException {
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
    }

    /** The certificate in a file; empty if there is none, or one that cannot be read. */
    static Optional<X509Certificate> certificateIn(byte[] file) {
        try {
            return Optional.of(certificate(der(file, "CERTIFICATE")));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The list of revoked certificates in a file; empty if there is none, or one that cannot be read. */
    static Optional<X509CRL> listIn(byte[] file) {
        try {
            return Optional.of(list(der(file, "CRL")));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static byte[] der(byte[] file, String kind) {
        if (file.length > 0 && file[0] == 0x30) {
            return file;
        }
        var matcher = PEM.matcher(new String(file, StandardCharsets.ISO_8859_1));
        if (!matcher.find() || !matcher.group(1).equals(kind)) {
            throw new IllegalArgumentException("No " + kind);
        }
        return Base64.getMimeDecoder().decode(matcher.group(2));
    }

    static byte[] der(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Ledger.sha256(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
