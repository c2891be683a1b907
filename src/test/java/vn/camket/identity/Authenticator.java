package vn.camket.identity;

import java.time.Clock;
import org.bouncycastle.util.encoders.Base32;

/** The application on the telephone. */
public final class Authenticator {
    private Authenticator() {}

    /** The six digits of this moment, for a secret in Base32; blanks in it do not matter. */
    public static String code(String secret) {
        return Totp.code(
                Base32.decode(secret.replace(" ", "")),
                Totp.step(Clock.systemUTC().instant()));
    }
}
