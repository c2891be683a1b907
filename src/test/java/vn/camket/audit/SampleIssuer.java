package vn.camket.audit;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented authority that certifies keys which are not its own. */
public final class SampleIssuer {
    private static final AtomicLong SERIALS = new AtomicLong(System.nanoTime());

    private final String name;
    private final KeyPair pair;
    private final List<X509Certificate> chain;

    private SampleIssuer(String name, SampleIssuer above) {
        this.name = name;
        this.pair = pair();
        var issuer = above == null ? this : above;
        var own = issuer.issue(new Wish(name).authority(5), pair.getPublic());
        this.chain = Stream.concat(Stream.of(own), above == null ? Stream.of() : above.chain.stream())
                .toList();
    }

    static SampleIssuer root(String name) {
        return new SampleIssuer(name, null);
    }

    SampleIssuer below(String name) {
        return new SampleIssuer(name, this);
    }

    /** Its certificate, then those above it. */
    List<X509Certificate> chain() {
        return chain;
    }

    X509Certificate issue(PublicKey key) {
        return issue(new Wish("Hệ thống cam kết"), key);
    }

    /** The certificate and all above it, in PEM. */
    byte[] chainFor(X509Certificate certificate) {
        return pem(Stream.concat(Stream.of(certificate), chain.stream()).toList());
    }

    static byte[] pem(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(one -> Certificates.pem("CERTIFICATE", Certificates.encoded(one)))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What a certificate shall be like. */
    static final class Wish {
        private final String name;
        private Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.HOURS);
        private Instant to = from.plus(700, ChronoUnit.DAYS);
        private int usage = KeyUsage.digitalSignature;
        private int below = -1;
        private KeyPurposeId[] purposes = {};

        Wish(String name) {
            this.name = name;
        }

        Wish between(int fromDays, int toDays) {
            to = from.plus(toDays, ChronoUnit.DAYS);
            from = from.plus(fromDays, ChronoUnit.DAYS);
            return this;
        }

        Wish authority(int most) {
            below = most;
            usage = KeyUsage.keyCertSign | KeyUsage.digitalSignature;
            return this;
        }

        Wish usage(int bits) {
            usage = bits;
            return this;
        }

        Wish purposes(KeyPurposeId... ids) {
            purposes = ids;
            return this;
        }
    }

    X509Certificate issue(Wish wish, PublicKey key) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("C=VN,O=Example,CN=" + name),
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(wish.from),
                    Date.from(wish.to),
                    new X500Name("C=VN,O=Example,CN=" + wish.name),
                    key);
            builder.addExtension(
                    Extension.basicConstraints,
                    true,
                    wish.below < 0 ? new BasicConstraints(false) : new BasicConstraints(wish.below));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage));
            if (wish.purposes.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wish.purposes));
            }
            return Certificates.read(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                            .getEncoded());
        } catch (CertIOException | OperatorCreationException failure) {
            throw new IllegalStateException(failure);
        } catch (java.io.IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A key's certificate with the most that may stand above it. */
    static List<X509Certificate> longest(KeyRing.Held held) {
        var issuer = root("Root").below("First").below("Second").below("Third");
        return CertificateChain.read(
                        issuer.chainFor(issuer.issue(held.certificate().getPublicKey())))
                .certificates();
    }

    /** What must not be taken for a certificate of this key, by the reason. */
    static Map<AuditRefusal, byte[]> refused(PublicKey key) {
        var root = root("Root");
        var issuer = root.below("Issuer");
        var good = issuer.issue(key);
        var files = new EnumMap<AuditRefusal, byte[]>(AuditRefusal.class);
        files.put(AuditRefusal.CERTIFICATE_MISSING, ascii(" \r\n"));
        files.put(
                AuditRefusal.CERTIFICATE_TOO_LARGE, Arrays.copyOf(issuer.chainFor(good), CertificateChain.LONGEST + 1));
        files.put(
                AuditRefusal.CERTIFICATE_UNREADABLE,
                ascii("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"));
        files.put(
                AuditRefusal.CHAIN_TOO_LONG,
                pem(IntStream.range(0, 6).mapToObj(place -> good).toList()));
        files.put(
                AuditRefusal.CERTIFICATE_TWICE, pem(List.of(good, issuer.chain().get(0), good)));
        files.put(AuditRefusal.CERTIFICATE_OF_OTHER_KEY, issuer.chainFor(issuer.issue(pair().getPublic())));
        files.put(
                AuditRefusal.CERTIFICATE_OF_AUTHORITY,
                issuer.chainFor(issuer.issue(new Wish("Camket").authority(0), key)));
        files.put(
                AuditRefusal.CERTIFICATE_USAGE_WRONG,
                issuer.chainFor(issuer.issue(new Wish("Camket").usage(KeyUsage.keyAgreement), key)));
        files.put(AuditRefusal.CHAIN_INCOMPLETE, pem(List.of(good)));
        files.put(AuditRefusal.CHAIN_BROKEN, pem(List.of(good, root.chain().get(0))));
        files.put(AuditRefusal.ISSUER_NOT_AUTHORITY, belowANonAuthority(root, key));
        files.put(
                AuditRefusal.CERTIFICATE_NOT_VALID,
                issuer.chainFor(issuer.issue(new Wish("Camket").between(-90, -1), key)));
        files.put(
                AuditRefusal.CERTIFICATE_ENDS_SOON,
                issuer.chainFor(issuer.issue(new Wish("Camket").between(-1, 29), key)));
        return files;
    }

    private static byte[] belowANonAuthority(SampleIssuer root, PublicKey key) {
        var person = new SampleIssuer("Person", root);
        var certificate = root.issue(new Wish("Person"), person.pair.getPublic());
        return pem(List.of(person.issue(key), certificate, root.chain().get(0)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
