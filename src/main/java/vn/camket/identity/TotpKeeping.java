package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.encoders.Base32;
import vn.camket.audit.AuditTrail;
import vn.camket.audit.SecretBox;
import vn.camket.platform.NotFound;
import vn.camket.platform.Settings;

/** One's own six-digit code (mã xác nhận 6 số): setting it up and giving it up. */
@ApplicationScoped
@Transactional
public class TotpKeeping {
    private static final int SEED_BYTES = 16;

    @Inject
    SecondFactors factors;

    @Inject
    RequiredFactor required;

    @Inject
    SigningIn signingIn;

    @Inject
    SignedIn signedIn;

    @Inject
    Accounts accounts;

    @Inject
    SessionBinding sessions;

    @Inject
    SecretBox box;

    @Inject
    Settings settings;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** @param left recovery codes not used yet; @param required whether the installation asks the person's role for it */
    public record State(boolean set, long left, boolean required) {}

    /**
     * A set-up that waits for its first code; nothing is stored, the form carries it sealed.
     *
     * @param sealed for the hidden field; @param secret as people type it into their application, in groups of four
     * @param address for the QR code
     */
    public record Draft(String sealed, String secret, String address) {}

    public State state() {
        var id = signedIn.accountId();
        return new State(factors.isSet(id), factors.left(id), required.isRequired());
    }

    public Draft draft() {
        return shown(box.seal(context(), Secrets.bytes(Totp.SECRET_BYTES + SEED_BYTES)));
    }

    /** The draft of a form that was sent. @throws NotFound unless it was made for this account */
    public Draft draft(String sealed) {
        var bytes = decoded(sealed);
        opened(bytes);
        return shown(bytes);
    }

    /**
     * Sets the code up: from now on it is asked at sign-in and before each formal act. All other sessions end.
     *
     * @return the recovery codes, never shown again; the same form sent twice gives the same ones
     * @throws vn.camket.platform.Refusal CURRENT_PASSWORD_WRONG, BLOCKED, CODE_MISSING, CODE_WRONG; TOTP_ALREADY_SET by
     *     another form
     */
    public List<String> set(HttpServletRequest request, String sealed, String password, String code) {
        var draft = opened(decoded(sealed));
        var secret = Arrays.copyOf(draft, Totp.SECRET_BYTES);
        var codes = RecoveryCodes.of(Arrays.copyOfRange(draft, Totp.SECRET_BYTES, draft.length));
        if (code.isBlank()) {
            throw IdentityRefusal.CODE_MISSING.with();
        }
        signingIn.provePassword(password);
        var account = accounts.locked(signedIn.accountId());
        if (factors.isSet(account.id())) {
            return again(account.id(), secret, codes);
        }
        var step = Totp.step(secret, code, clock.instant()).orElseThrow(IdentityRefusal.CODE_WRONG::with);
        factors.set(account.id(), secret, step, codes);
        change(request, account, "TOTP_SET");
        return codes;
    }

    private List<String> again(long accountId, byte[] secret, List<String> codes) {
        var same = factors.secret(accountId).filter(stored -> MessageDigest.isEqual(stored, secret));
        if (same.isEmpty()) {
            throw IdentityRefusal.TOTP_ALREADY_SET.with();
        }
        return codes;
    }

    /**
     * Gives the code up. All other sessions end.
     *
     * @param code a code of this moment, or a recovery code
     * @throws vn.camket.platform.Refusal TOTP_NOT_SET, CURRENT_PASSWORD_WRONG, CODE_MISSING, CODE_WRONG, BLOCKED
     */
    public void remove(HttpServletRequest request, String password, String code) {
        var id = signedIn.accountId();
        if (!factors.isSet(id)) {
            throw IdentityRefusal.TOTP_NOT_SET.with();
        }
        signingIn.proveAgainOrRecover(password, code);
        var account = accounts.locked(id);
        if (!factors.remove(id)) {
            throw IdentityRefusal.TOTP_NOT_SET.with();
        }
        change(request, account, "TOTP_REMOVED");
    }

    private void change(HttpServletRequest request, Account account, String act) {
        account.restamp();
        sessions.restamp(request, account);
        trail.note(act, "account", account.id(), Map.of());
    }

    private Draft shown(byte[] sealed) {
        var secret = Base32.toBase32String(Arrays.copyOf(opened(sealed), Totp.SECRET_BYTES));
        return new Draft(
                Base64.getUrlEncoder().withoutPadding().encodeToString(sealed),
                secret.replaceAll("(.{4})(?!$)", "$1 "),
                address(secret));
    }

    /** The form that authenticator applications know (otpauth, Key Uri Format). */
    private String address(String secret) {
        var host = URI.create(settings.publicUrl()).getHost();
        var issuer = encoded("Camket " + (host == null ? "" : host)).strip();
        return "otpauth://totp/" + issuer + ":" + encoded(signedIn.account().userName()) + "?secret=" + secret
                + "&issuer=" + issuer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] opened(byte[] sealed) {
        return box.open(context(), sealed).orElseThrow(NotFound::new);
    }

    private static byte[] decoded(String sealed) {
        try {
            return Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException noBase64) {
            throw new NotFound();
        }
    }

    private String context() {
        return "totp-draft:" + signedIn.accountId();
    }
}
