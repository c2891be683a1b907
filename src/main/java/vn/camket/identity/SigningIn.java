package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import java.util.Map;
import vn.camket.audit.AuditTrail;

/** Signing in and out (đăng nhập, đăng xuất), and proving oneself again before a formal act. Open to everybody. */
@ApplicationScoped
public class SigningIn {
    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 50;

    @Inject
    SecurityContext security;

    @Inject
    Throttle throttle;

    @Inject
    SessionBinding sessions;

    @Inject
    SignedIn signedIn;

    @Inject
    AuditTrail trail;

    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    /**
     * Signs a person in and starts a fresh session.
     *
     * @throws vn.camket.platform.Refusal WRONG_CREDENTIALS; BLOCKED after too many failures of this name or address; BUSY
     */
    public void signIn(HttpServletRequest request, HttpServletResponse response, String userName, String password) {
        var name = "n:" + cut(Account.normal(userName));
        var address = "a:" + request.getRemoteAddr();
        refuseIfBlocked(name);
        refuseIfBlocked(address);
        var outcome = password.isEmpty()
                ? AuthenticationStatus.SEND_FAILURE
                : security.authenticate(
                        request,
                        response,
                        AuthenticationParameters.withParams()
                                .credential(new UsernamePasswordCredential(userName, password)));
        if (outcome != AuthenticationStatus.SUCCESS) {
            throttle.failed(name, FREE_PER_ACCOUNT);
            throttle.failed(address, FREE_PER_ADDRESS);
            trail.note("SIGN_IN_FAILED", "account", cut(Account.normal(userName)), Map.of());
            throw IdentityRefusal.WRONG_CREDENTIALS.with();
        }
        throttle.succeeded(name);
        trail.note("SIGNED_IN", "account", signedIn.accountId(), Map.of());
    }

    /**
     * Proves the signed-in person again by password, before a formal act.
     *
     * @throws vn.camket.platform.Refusal CURRENT_PASSWORD_WRONG; BLOCKED after too many failures
     */
    public void proveAgain(String password) {
        var account = signedIn.account();
        var subject = "p:" + account.id();
        refuseIfBlocked(subject);
        if (!account.passwordHash()
                .map(stored -> passwords.matches(password, stored))
                .orElse(false)) {
            throttle.failed(subject, FREE_PER_ACCOUNT);
            throw IdentityRefusal.CURRENT_PASSWORD_WRONG.with();
        }
        throttle.succeeded(subject);
    }

    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        if (signedIn.isSignedIn()) {
            trail.note("SIGNED_OUT", "account", signedIn.accountId(), Map.of());
        }
        sessions.release(request, response);
        signedIn.isNobody();
    }

    /** Remembers language ("vi", "en") and theme ("auto", "light", "dark") with the account. */
    @Transactional
    public void prefer(String language, String theme) {
        accounts.byId(signedIn.accountId()).ifPresent(account -> account.prefer(language, theme));
    }

    /** Chooses the role whose pages are shown; ignored unless the person holds it. */
    @Transactional
    public void workAs(Role role) {
        if (signedIn.roles().contains(role)) {
            accounts.byId(signedIn.accountId()).ifPresent(account -> account.workAs(role));
        }
    }

    private void refuseIfBlocked(String subject) {
        throttle.remaining(subject).ifPresent(left -> {
            throw IdentityRefusal.BLOCKED.with(left.toMinutes() + 1);
        });
    }

    private static String cut(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
