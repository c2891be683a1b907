package vn.camket.trust;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Which keys and hashes are strong enough: RSA from 2048 bits, curves from 256 bits, the SHA-2 and SHA-3 families. */
final class KeyStrength {
    private static final int LEAST_RSA = 2048;
    private static final int MOST_RSA = 8192;
    private static final int LEAST_CURVE = 256;
    private static final int LONGEST_EXPONENT = 64;

    /** SHA-256, SHA-384, SHA-512, SHA3-256, SHA3-384, SHA3-512. */
    private static final Set<String> HASHES = Set.of(
            "2.16.840.1.101.3.4.2.1",
            "2.16.840.1.101.3.4.2.2",
            "2.16.840.1.101.3.4.2.3",
            "2.16.840.1.101.3.4.2.8",
            "2.16.840.1.101.3.4.2.9",
            "2.16.840.1.101.3.4.2.10");

    /** RSA with the hash told apart, with SHA-2, PSS; ECDSA with SHA-2, and with the hash told apart. */
    private static final Set<String> SIGNATURES = Set.of(
            "1.2.840.113549.1.1.1",
            "1.2.840.113549.1.1.10",
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.2.1",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4");

    private KeyStrength() {}

    /** @throws vn.camket.platform.Refusal DIGEST_WEAK */
    static void require(ASN1ObjectIdentifier hash, String signature) {
        if (!HASHES.contains(hash.getId())) {
            throw TrustRefusal.DIGEST_WEAK.with(name(hash.getId()));
        }
        if (!SIGNATURES.contains(signature)) {
            throw TrustRefusal.DIGEST_WEAK.with(name(signature));
        }
    }

    private static String name(String identifier) {
        return switch (identifier) {
            case "1.3.14.3.2.26" -> "SHA-1";
            case "1.2.840.113549.2.5" -> "MD5";
            case "1.2.840.113549.1.1.5" -> "SHA-1 (RSA)";
            case "1.2.840.10045.4.1" -> "SHA-1 (ECDSA)";
            default -> identifier;
        };
    }

    /**
     * Name and size of a key.
     *
     * @throws vn.camket.platform.Refusal KEY_WEAK; for a size that only costs time, too
     */
    static String require(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            var bits = rsa.getModulus().bitLength();
            var name = "RSA-" + bits;
            if (bits < LEAST_RSA || bits > MOST_RSA || rsa.getPublicExponent().bitLength() > LONGEST_EXPONENT) {
                throw TrustRefusal.KEY_WEAK.with(name);
            }
            return name;
        }
        if (key instanceof ECPublicKey curve) {
            var bits = curve.getParams().getCurve().getField().getFieldSize();
            if (bits < LEAST_CURVE) {
                throw TrustRefusal.KEY_WEAK.with("EC-" + bits);
            }
            return "EC-" + bits;
        }
        throw TrustRefusal.KEY_WEAK.with(key.getAlgorithm());
    }
}
