package vn.camket.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An invented certification authority, and the certificates that it issues. */
public final class SampleAuthority {
    private static final AtomicLong SERIALS = new AtomicLong(4711);
    private static final Map<String, KeyPair> KEYS = new LinkedHashMap<>();

    /** A person's key and certificate. */
    public record Holder(PrivateKey key, X509Certificate certificate) {}

    /** What a certificate shall be like. */
    public static final class Wish {
        final X500NameBuilder name = new X500NameBuilder();
        String key = "P-256";
        Instant from = now().minus(30, ChronoUnit.DAYS);
        Instant to = now().plus(300, ChronoUnit.DAYS);
        int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        Integer pathLength;
        KeyPurposeId purpose;
        String algorithm;
        String statusAddress;
        String listAddress;

        public static Wish person(String fullName, String uid) {
            var wish = new Wish();
            wish.name.addRDN(BCStyle.C, "VN").addRDN(BCStyle.CN, fullName);
            if (!uid.isEmpty()) {
                wish.name.addRDN(BCStyle.UID, uid);
            }
            return wish;
        }

        static Wish authority(String name, int pathLength) {
            var wish = new Wish();
            wish.name.addRDN(BCStyle.C, "VN").addRDN(BCStyle.CN, name);
            wish.usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
            wish.pathLength = pathLength;
            return wish;
        }

        Wish with(ASN1ObjectIdentifier type, String value) {
            name.addRDN(type, value);
            return this;
        }

        public Wish key(String kind) {
            key = kind;
            return this;
        }

        public Wish between(Instant first, Instant last) {
            from = first;
            to = last;
            return this;
        }

        Wish usage(int bits) {
            usage = bits;
            return this;
        }

        Wish purpose(KeyPurposeId id) {
            purpose = id;
            return this;
        }

        /** For time stamps (RFC 3161, 2.3). */
        Wish stamper() {
            return usage(KeyUsage.digitalSignature).purpose(KeyPurposeId.id_kp_timeStamping);
        }

        Wish signedWith(String name) {
            algorithm = name;
            return this;
        }

        Wish at(String status, String list) {
            statusAddress = status;
            listAddress = list;
            return this;
        }
    }

    final Holder holder;

    private SampleAuthority(Holder holder) {
        this.holder = holder;
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    public static SampleAuthority root(String name) {
        var pair = fresh("P-256");
        return new SampleAuthority(certified(Wish.authority(name, 2), pair, null));
    }

    SampleAuthority below(String name, int pathLength) {
        return new SampleAuthority(certified(Wish.authority(name, pathLength), fresh("P-256"), this));
    }

    /** Another certificate of this authority for the key of one that has one already. */
    SampleAuthority anew(String name, SampleAuthority known) {
        var pair = new KeyPair(known.certificate().getPublicKey(), known.holder.key());
        return new SampleAuthority(certified(Wish.authority(name, 0), pair, this));
    }

    static Holder selfSigned(Wish wish) {
        return certified(wish, fresh(wish.key), null);
    }

    public Holder issue(Wish wish) {
        return certified(wish, fresh(wish.key), this);
    }

    public X509Certificate certificate() {
        return holder.certificate();
    }

    private static Holder certified(Wish wish, KeyPair pair, SampleAuthority issuer) {
        try {
            var subject = wish.name.build();
            var builder = new JcaX509v3CertificateBuilder(
                    issuer == null
                            ? subject
                            : X500Name.getInstance(issuer.certificate()
                                    .getSubjectX500Principal()
                                    .getEncoded()),
                    BigInteger.valueOf(SERIALS.incrementAndGet()),
                    Date.from(wish.from),
                    Date.from(wish.to),
                    subject,
                    pair.getPublic());
            extend(builder, wish);
            var signs = issuer == null ? pair.getPrivate() : issuer.holder.key();
            var built = builder.build(signer(signs, wish.algorithm));
            return new Holder(pair.getPrivate(), X509Files.certificate(built.getEncoded()));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void extend(X509v3CertificateBuilder builder, Wish wish) throws IOException {
        builder.addExtension(
                Extension.basicConstraints,
                true,
                wish.pathLength == null ? new BasicConstraints(false) : new BasicConstraints(wish.pathLength));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(wish.usage));
        if (wish.purpose != null) {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(wish.purpose));
        }
        SampleStatus.extend(builder, wish.statusAddress, wish.listAddress);
    }

    static ContentSigner signer(PrivateKey key, String algorithm) {
        try {
            var usual = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new JcaContentSignerBuilder(algorithm == null ? usual : algorithm).build(key);
        } catch (OperatorCreationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A list of revoked certificates, in DER. */
    public byte[] list(Instant made, Instant next, X509Certificate... revoked) {
        return list(CRLReason.keyCompromise, made, next, revoked);
    }

    /** A list of certificates that do not hold for the time being, in DER. */
    byte[] suspending(Instant made, Instant next, X509Certificate... suspended) {
        return list(CRLReason.certificateHold, made, next, suspended);
    }

    private byte[] list(int reason, Instant made, Instant next, X509Certificate... revoked) {
        try {
            var builder = new X509v2CRLBuilder(
                    X500Name.getInstance(certificate().getSubjectX500Principal().getEncoded()), Date.from(made));
            if (next != null) {
                builder.setNextUpdate(Date.from(next));
            }
            for (var certificate : revoked) {
                builder.addCRLEntry(certificate.getSerialNumber(), Date.from(made.minus(1, ChronoUnit.DAYS)), reason);
            }
            return builder.build(signer(holder.key(), null)).getEncoded();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    X509CRL readList(Instant made, Instant next, X509Certificate... revoked) {
        try {
            return X509Files.list(list(made, next, revoked));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** RSA keys take their time: one of each size serves all. */
    static synchronized KeyPair fresh(String kind) {
        return kind.startsWith("RSA") ? KEYS.computeIfAbsent(kind, SampleAuthority::generate) : generate(kind);
    }

    private static KeyPair generate(String kind) {
        try {
            if (kind.startsWith("RSA-")) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(Integer.parseInt(kind.substring(4)));
                return generator.generateKeyPair();
            }
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(kind.equals("P-384") ? "secp384r1" : "secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
