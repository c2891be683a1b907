package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import vn.camket.audit.AuditTrail;
import vn.camket.audit.SecretBox;
import vn.camket.platform.NotFound;
import vn.camket.platform.Settings;

/** One's own six-digit code (mã xác nhận 6 số): setting it up and giving it up. */
@ApplicationScoped
@Transactional
public class TotpKeeping {
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
        return shown(box.seal(context(), TotpDraft.fresh(clock.instant()).bytes()));
    }

    /** The draft of a form that was sent. @throws NotFound unless it was made for this account */
    public Draft draft(String sealed) {
        return shown(decoded(sealed));
    }

    /**
     * Sets the code up: from now on it is asked at sign-in and before each formal act. All other sessions end.
     *
     * @return the recovery codes, never shown again; only a form sent twice at once, with the code that set it and none
     *     used since, gives the same ones
     * @throws vn.camket.platform.Refusal TOTP_DRAFT_EXPIRED, CURRENT_PASSWORD_WRONG, BLOCKED, CODE_MISSING, CODE_WRONG;
     *     TOTP_ALREADY_SET
     */
    public List<String> set(HttpServletRequest request, String sealed, String password, String code) {
        var draft = opened(decoded(sealed));
        if (draft.isExpired(clock.instant())) {
            throw IdentityRefusal.TOTP_DRAFT_EXPIRED.with();
        }
        if (code.isBlank()) {
            throw IdentityRefusal.CODE_MISSING.with();
        }
        if (factors.isSet(signedIn.accountId())) {
            signingIn.attemptPassword(password);
            return again(signedIn.accountId(), draft, code);
        }
        signingIn.provePassword(password);
        var account = accounts.locked(signedIn.accountId());
        if (factors.isSet(account.id())) {
            return again(account.id(), draft, code);
        }
        var step = Totp.step(draft.secret(), code, clock.instant()).orElseThrow(IdentityRefusal.CODE_WRONG::with);
        factors.set(account.id(), draft.secret(), step, draft.recoveryCodes());
        change(request, account, "TOTP_SET");
        return draft.recoveryCodes();
    }

    private List<String> again(long accountId, TotpDraft draft, String code) {
        var step = Totp.step(draft.secret(), code, clock.instant());
        if (step.isEmpty() || !factors.isLast(accountId, draft.secret(), step.getAsLong())) {
            throw IdentityRefusal.TOTP_ALREADY_SET.with();
        }
        return draft.recoveryCodes();
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
        var secret = opened(sealed).base32();
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

    private TotpDraft opened(byte[] sealed) {
        try {
            return TotpDraft.of(box.open(context(), sealed).orElseThrow(NotFound::new));
        } catch (IllegalArgumentException ofAnEarlierRelease) {
            throw new NotFound();
        }
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
