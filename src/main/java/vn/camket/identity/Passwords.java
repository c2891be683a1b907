package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import vn.camket.platform.VietnameseText;

/**
 * Password hashes: Argon2id, 19 MiB, 2 passes (OWASP), written in the PHC form. A bounded number is computed at once, so
 * that a storm of sign-ins waits instead of exhausting memory.
 */
@ApplicationScoped
public class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";

    private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors() * 2);
    private final String nobodys;

    public Passwords() {
        nobodys = encode(Secrets.bytes(16), hash("nobody", Secrets.bytes(16)));
    }

    /** @return the hash to store */
    public String hash(String password) {
        var salt = Secrets.bytes(16);
        return encode(salt, bounded(password, salt));
    }

    /** Whether the password is the one behind the stored hash; compares in constant time. */
    public boolean matches(String password, String stored) {
        var parts = stored.split("\\$");
        var salt = Base64.getDecoder().decode(parts[4]);
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts[5]), bounded(password, salt));
    }

    /** Takes as long as a real comparison, for a name that does not exist. */
    void pretend(String password) {
        matches(password, nobodys);
    }

    private byte[] bounded(String password, byte[] salt) {
        try {
            if (!places.tryAcquire(20, TimeUnit.SECONDS)) {
                throw IdentityRefusal.BUSY.with();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw IdentityRefusal.BUSY.with();
        }
        try {
            return hash(password, salt);
        } finally {
            places.release();
        }
    }

    private static byte[] hash(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var hash = new byte[32];
        generator.generateBytes(VietnameseText.nfc(password).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String encode(byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return PREFIX + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
