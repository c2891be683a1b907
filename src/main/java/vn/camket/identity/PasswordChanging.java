package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import vn.camket.audit.AuditTrail;
import vn.camket.organization.Founding;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;

/** Choosing a password: one's own anew, or the first one by a one-time link. */
@ApplicationScoped
@Transactional
public class PasswordChanging {
    @Inject
    SigningIn signingIn;

    @Inject
    SignedIn signedIn;

    @Inject
    SessionBinding sessions;

    @Inject
    Accounts accounts;

    @Inject
    OneTimeLinks links;

    @Inject
    Passwords passwords;

    @Inject
    Founding founding;

    @Inject
    AuditTrail trail;

    @Inject
    java.time.Clock clock;

    /** Whom a link opens for. @param userName empty for the first administrator, who chooses it */
    public record Invitation(boolean first, String userName, String displayName) {}

    /**
     * Changes the signed-in person's password. All other sessions end; this one stays.
     *
     * @throws vn.camket.platform.Refusal CURRENT_PASSWORD_WRONG, BLOCKED, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG,
     *     PASSWORD_TOO_COMMON, PASSWORD_UNCHANGED
     */
    public void change(HttpServletRequest request, String current, String wished) {
        signingIn.proveAgain(current);
        var account = accounts.byId(signedIn.accountId()).orElseThrow(NotFound::new);
        PasswordRules.check(account.userName(), wished);
        if (VietnameseText.nfc(current).equals(VietnameseText.nfc(wished))) {
            throw IdentityRefusal.PASSWORD_UNCHANGED.with();
        }
        account.setPassword(passwords.hash(wished), false);
        sessions.restamp(request, account);
        trail.note("PASSWORD_CHANGED", "account", account.id(), Map.of());
    }

    /** What a link is good for; empty when it was used, has expired or never was. */
    public Optional<Invitation> invitation(String secret) {
        return links.open(secret)
                .flatMap(open -> open.accountId() == null
                        ? Optional.of(new Invitation(true, "", ""))
                        : accounts.byId(open.accountId())
                                .filter(account -> account.isUsable(Vietnam.today(clock)))
                                .map(account -> new Invitation(false, account.userName(), account.displayName())));
    }

    /**
     * Sets the password of the account that the link was made for, and uses the link up.
     *
     * @throws vn.camket.platform.Refusal LINK_INVALID and the reasons of the password rules; the link then stays good
     */
    public void activate(String secret, String password) {
        var account = links.open(secret)
                .flatMap(open -> Optional.ofNullable(open.accountId()))
                .flatMap(accounts::byId)
                .filter(found -> found.isUsable(Vietnam.today(clock)))
                .orElseThrow(IdentityRefusal.LINK_INVALID::with);
        PasswordRules.check(account.userName(), password);
        if (!links.use(secret)) {
            throw IdentityRefusal.LINK_INVALID.with();
        }
        account.setPassword(passwords.hash(password), false);
        trail.note("ACCOUNT_ACTIVATED", "account", account.id(), Map.of());
    }

    /**
     * Opens an empty installation: its root agency, and an account that administers it.
     *
     * @throws vn.camket.platform.Refusal LINK_INVALID, USER_NAME_MALFORMED, USER_NAME_TAKEN and the reasons of the
     *     password rules; the link then stays good
     */
    public void activateFirst(String secret, String agencyName, String userName, String displayName, String password) {
        UserNames.check(userName);
        PasswordRules.check(userName, password);
        var open = links.open(secret).filter(found -> found.accountId() == null);
        if (open.isEmpty() || !accounts.isEmpty() || !links.use(secret)) {
            throw IdentityRefusal.LINK_INVALID.with();
        }
        var account = found(agencyName, userName, displayName, password);
        trail.note("FIRST_ADMINISTRATOR", "account", account.id(), Map.of("userName", account.userName()));
    }

    /** The root agency, unless one stands already, and the account that holds SYSTEM_ADMINISTRATOR there. */
    Account found(String agencyName, String userName, String displayName, String password) {
        var today = Vietnam.today(clock);
        var root = founding.root(agencyName, today);
        var account = new Account(userName, null, displayName, clock.instant());
        account.setPassword(passwords.hash(password), false);
        accounts.add(account);
        accounts.add(new RoleGrant(account, Role.SYSTEM_ADMINISTRATOR, root, today, null, null));
        return account;
    }
}
