package vn.camket.audit;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Kinds of keys that PDF readers, OpenSSL and European validators all accept. Ed25519 is none of them. */
enum KeyAlgorithm {
    P256("P-256", "EC", "SHA256withECDSA", new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"))),
    RSA3072(
            "RSA-3072",
            "RSA",
            "SHA256withRSA",
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.113549.1.1.11"), DERNull.INSTANCE));

    private final String written;
    private final String family;
    private final String signature;
    private final AlgorithmIdentifier identifier;

    KeyAlgorithm(String written, String family, String signature, AlgorithmIdentifier identifier) {
        this.written = written;
        this.family = family;
        this.signature = signature;
        this.identifier = identifier;
    }

    /** @throws IllegalStateException for a name that is none, naming those that are */
    static KeyAlgorithm named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.written.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("CAMKET_SEAL_ALGORITHM is " + name + ", but may be "
                        + Arrays.stream(values()).map(KeyAlgorithm::written).collect(Collectors.joining(" or "))));
    }

    /** As settings, records and pages write it. */
    String written() {
        return written;
    }

    /** Of the key pair, as the platform names it. */
    String family() {
        return family;
    }

    /** Of signatures by such a key, as the platform names it. */
    String signature() {
        return signature;
    }

    /** Of signatures, as certificates and CMS write it. */
    AlgorithmIdentifier identifier() {
        return identifier;
    }

    static KeyAlgorithm of(java.security.PublicKey key) {
        return "RSA".equals(key.getAlgorithm()) ? RSA3072 : P256;
    }
}
