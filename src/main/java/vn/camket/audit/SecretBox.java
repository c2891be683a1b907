package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals small secrets (AES-256-GCM) for the database or for a form in the reader's hands. The key lies in the folder of
 * the keys, made when it is first needed: a copy of the database alone opens nothing.
 */
@ApplicationScoped
public class SecretBox {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private @Nullable SecretKeySpec key;

    @Inject
    SigningKeys keys;

    /** @param context what it is and whose; it opens in the same context only */
    public byte[] seal(String context, byte[] secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, context, nonce).doFinal(secret);
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return whole;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty for anything that was not sealed here, with this key and in this context. */
    public Optional<byte[]> open(String context, byte[] sealed) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            var nonce = Arrays.copyOf(sealed, NONCE);
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, context, nonce).doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    /**
     * A hash that only this installation can make (HMAC-SHA-256): to compare later, never to read back.
     *
     * @param context what it is; the same text elsewhere has another hash
     */
    public byte[] keyed(String context, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var own = Ledger.sha256(key().getEncoded(), ("keyed " + context).getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(own, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Cipher cipher(int mode, String context, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private synchronized SecretKeySpec key() {
        var known = key;
        if (known == null) {
            known = new SecretKeySpec(bytes(), "AES");
            key = known;
        }
        return known;
    }

    /** Nodes that share the folder meet here: whoever comes second takes the key of the first. */
    private byte[] bytes() {
        var folder = keys.folder();
        var file = folder.path().resolve("box.key");
        try {
            if (Files.notExists(file)) {
                var fresh = new byte[KEY];
                random.nextBytes(fresh);
                folder.writeOnce(file, fresh);
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != KEY) {
                throw new IllegalStateException(file + " is damaged; put it back from its backup");
            }
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException("The key of the sealed secrets cannot be read: " + file, failure);
        }
    }
}
