package vn.camket.identity;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;

/** Public keys as authenticators write them (RFC 9052, RFC 9053): P-256 for ES256, RSA from 2048 bits for RS256. */
final class CoseKey {
    static final long ES256 = -7;
    static final long RS256 = -257;

    private static final int COORDINATE_BYTES = 32;
    private static final int SMALLEST_RSA = 2048;
    private static final int LARGEST_RSA_BYTES = 512;
    private static final int LARGEST_EXPONENT_BYTES = 8;

    private CoseKey() {}

    /** @throws IllegalArgumentException for any other kind of key, or one that is none */
    static PublicKey of(Map<Object, Object> cose) {
        try {
            if (isEqual(cose, 1, 2) && isEqual(cose, 3, ES256) && isEqual(cose, -1, 1)) {
                return p256(coordinate(cose, -2), coordinate(cose, -3));
            }
            if (isEqual(cose, 1, 3) && isEqual(cose, 3, RS256)) {
                return rsa(whole(cose, -1, LARGEST_RSA_BYTES), whole(cose, -2, LARGEST_EXPONENT_BYTES));
            }
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException(noKey);
        }
        throw new IllegalArgumentException("Neither ES256 nor RS256");
    }

    /** @param spki DER of SubjectPublicKeyInfo, as stored */
    static PublicKey stored(byte[] spki) {
        try {
            var spec = new X509EncodedKeySpec(spki);
            return KeyFactory.getInstance(spki.length < 200 ? "EC" : "RSA").generatePublic(spec);
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException(noKey);
        }
    }

    private static PublicKey p256(BigInteger x, BigInteger y) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var curve = parameters.getParameterSpec(ECParameterSpec.class);
        refuseUnlessOnCurve(curve, x, y);
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    private static void refuseUnlessOnCurve(ECParameterSpec spec, BigInteger x, BigInteger y) {
        var curve = spec.getCurve();
        var p = ((java.security.spec.ECFieldFp) curve.getField()).getP();
        var right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.multiply(y).mod(p).equals(right)) {
            throw new IllegalArgumentException("Not a point of the curve");
        }
    }

    private static PublicKey rsa(BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
        if (modulus.bitLength() < SMALLEST_RSA) {
            throw new IllegalArgumentException("RSA of " + modulus.bitLength() + " bits");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static boolean isEqual(Map<Object, Object> cose, long label, long value) {
        return Long.valueOf(value).equals(cose.get(label));
    }

    /** RFC 9053, section 7.1.1: always as long as the field, leading zeros and all. */
    private static BigInteger coordinate(Map<Object, Object> cose, long label) {
        if (cose.get(label) instanceof byte[] bytes && bytes.length == COORDINATE_BYTES) {
            return new BigInteger(1, bytes);
        }
        throw new IllegalArgumentException("No coordinate at " + label);
    }

    /** Refuses by length, before anything is computed with a number that somebody sent. */
    private static BigInteger whole(Map<Object, Object> cose, long label, int mostBytes) {
        if (cose.get(label) instanceof byte[] bytes && bytes.length <= mostBytes) {
            return new BigInteger(1, bytes);
        }
        throw new IllegalArgumentException("No number at " + label);
    }
}
