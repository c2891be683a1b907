package vn.camket.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;

/**
 * Certificates of the installation's own keys (RFC 5280). Without extended key usage, which some readers of PDFs take for
 * a restriction; with id-ce-noRevAvail (RFC 9608), because there is no list of revoked ones: what a leaked key signed is
 * told apart by the ledger.
 */
final class Certificates {
    private static final ASN1ObjectIdentifier NO_REVOCATION_AVAILABLE = new ASN1ObjectIdentifier("2.5.29.56");

    /** Clocks of readers may be a little behind ours. */
    private static final int MINUTES_OF_GRACE = 5;

    private static final KeyUsage SIGNING = new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation);

    private Certificates() {}

    /** Something that signs certificates. @param name under which it issues */
    record Issuer(X500Name name, PublicKey key, KeyAlgorithm algorithm, UnaryOperator<byte[]> signs) {}

    /** @param host name of the installation, as people reach it */
    static X500Name name(KeyPurpose purpose, String host) {
        var common =
                switch (purpose) {
                    case AUTHORITY -> "Camket authority";
                    case SEAL -> "Camket seal";
                    case LOG -> "Camket ledger";
                };
        return X500Name.getInstance(new X500Principal("CN=" + common + ", O=" + Rdn.escapeValue(host)).getEncoded());
    }

    static X509Certificate issue(KeyPurpose purpose, X500Name subject, PublicKey key, Issuer issuer, Instant now) {
        try {
            var from = now.truncatedTo(ChronoUnit.SECONDS).minus(MINUTES_OF_GRACE, ChronoUnit.MINUTES);
            var to = from.atOffset(ZoneOffset.UTC).plusYears(purpose.years()).toInstant();
            var builder = new X509v3CertificateBuilder(
                    issuer.name(),
                    new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
                    Date.from(from),
                    Date.from(to),
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            extend(builder, purpose, key, issuer);
            return read(builder.build(new Signer(issuer.algorithm(), issuer.signs())));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A request to another authority (PKCS#10) for a certificate like ours, in PEM. */
    static String request(X500Name subject, PublicKey key, KeyAlgorithm algorithm, UnaryOperator<byte[]> signs) {
        try {
            var wishes = new ExtensionsGenerator();
            wishes.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            wishes.addExtension(Extension.keyUsage, true, SIGNING);
            var request = new PKCS10CertificationRequestBuilder(
                            subject, SubjectPublicKeyInfo.getInstance(key.getEncoded()))
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, wishes.generate())
                    .build(new Signer(algorithm, signs));
            return pem("CERTIFICATE REQUEST", request.getEncoded());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }

    private static void extend(X509v3CertificateBuilder builder, KeyPurpose purpose, PublicKey key, Issuer issuer)
            throws IOException {
        builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(shortId(key)));
        if (purpose == KeyPurpose.AUTHORITY) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } else {
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(shortId(issuer.key())));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, SIGNING);
            builder.addExtension(NO_REVOCATION_AVAILABLE, false, DERNull.INSTANCE);
        }
    }

    /** RFC 7093 section 2, method 1: the first 160 bits of SHA-256 of the key's bits. */
    private static byte[] shortId(PublicKey key) {
        var bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        return Arrays.copyOf(Ledger.sha256(bits), 20);
    }

    static X509Certificate read(byte[] encoded) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static X509Certificate read(X509CertificateHolder holder) throws IOException {
        return read(holder.getEncoded());
    }

    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is said to have issued itself, as the topmost of a chain does. */
    static boolean isOwnIssuer(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** The common name in a name, else its organization, else all of it. */
    static String shortName(X500Principal principal) {
        var name = X500Name.getInstance(principal.getEncoded());
        return Stream.of(BCStyle.CN, BCStyle.O)
                .flatMap(type -> Arrays.stream(name.getRDNs(type)))
                .map(rdn -> IETFUtils.valueToString(rdn.getFirst().getValue()))
                .findFirst()
                .orElseGet(principal::getName);
    }

    /** SHA-256 of the public key as certificates carry it (SubjectPublicKeyInfo), in hexadecimal. */
    static String id(PublicKey key) {
        return HexFormat.of().formatHex(Ledger.sha256(key.getEncoded()));
    }

    /** Lets a key that stays where it is sign what Bouncy Castle builds. */
    static final class Signer implements ContentSigner {
        private final KeyAlgorithm algorithm;
        private final UnaryOperator<byte[]> signs;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Signer(KeyAlgorithm algorithm, UnaryOperator<byte[]> signs) {
            this.algorithm = algorithm;
            this.signs = signs;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm.identifier();
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return signs.apply(content.toByteArray());
        }
    }
}
