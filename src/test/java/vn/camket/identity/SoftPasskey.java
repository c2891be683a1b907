package vn.camket.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** An authenticator without a device: makes keys and assertions byte by byte, honest ones and others. */
public final class SoftPasskey {
    public static final int PRESENT = 0x01;
    public static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[32];

    public String origin;
    public String relyingParty;
    public String getType = "webauthn.get";
    public int flags = PRESENT | VERIFIED;
    public int count;

    /** How this browser writes its client data, from the plain form. */
    public UnaryOperator<String> writing = data -> data;

    public SoftPasskey(String origin) {
        this.origin = origin;
        this.relyingParty = java.net.URI.create(origin).getHost();
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public byte[] id() {
        return id.clone();
    }

    public byte[] spki() {
        return keys.getPublic().getEncoded();
    }

    /** Client data of a ceremony; the challenge is base64url. */
    public byte[] clientData(String type, String challenge) {
        return writing.apply("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Attestation object of form "none", as browsers write it. */
    public byte[] attestation() {
        var out = new ByteArrayOutputStream();
        out.write(0xa3);
        text(out, "fmt");
        text(out, "none");
        text(out, "attStmt");
        out.write(0xa0);
        text(out, "authData");
        bytes(out, authenticatorData(flags | ATTESTED, true));
        return out.toByteArray();
    }

    public Assertion sign(byte[] challenge) {
        return sign(Base64.getUrlEncoder().withoutPadding().encodeToString(challenge));
    }

    /** The next signature; the challenge is base64url. */
    public Assertion sign(String challenge) {
        count++;
        var data = authenticatorData(flags, false);
        var client = clientData(getType, challenge);
        try {
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(data);
            signer.update(MessageDigest.getInstance("SHA-256").digest(client));
            return new Assertion(id(), data, client, signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] authenticatorData(int withFlags, boolean credential) {
        try {
            var out = new ByteArrayOutputStream();
            out.writeBytes(MessageDigest.getInstance("SHA-256").digest(relyingParty.getBytes(StandardCharsets.UTF_8)));
            out.write(withFlags);
            out.writeBytes(ByteBuffer.allocate(4).putInt(count).array());
            if (credential) {
                out.writeBytes(new byte[16]);
                out.writeBytes(
                        ByteBuffer.allocate(2).putShort((short) id.length).array());
                out.writeBytes(id);
                out.writeBytes(coseKey());
            }
            return out.toByteArray();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21});
        bytes(out, unsigned(point.getAffineX()));
        out.write(0x22);
        bytes(out, unsigned(point.getAffineY()));
        return out.toByteArray();
    }

    private static byte[] unsigned(java.math.BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x59);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) bytes.length).array());
        out.writeBytes(bytes);
    }
}
