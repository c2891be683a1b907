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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.camket.audit.AuditTrail;
import vn.camket.platform.access.SecondProof;

/** Signing in and out (đăng nhập, đăng xuất), and proving oneself again before a formal act. Open to everybody. */
@ApplicationScoped
public class SigningIn implements SecondProof {
    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 50;
    private static final int LONGEST_PASSWORD = 1000;

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
        refuseIfBlocked(throttle.remaining(address));
        refuseIfBlocked(throttle.attempt(name, FREE_PER_ACCOUNT));
        var outcome = password.isEmpty() || password.length() > LONGEST_PASSWORD
                ? AuthenticationStatus.SEND_FAILURE
                : security.authenticate(
                        request,
                        response,
                        AuthenticationParameters.withParams()
                                .credential(new UsernamePasswordCredential(userName, password)));
        if (outcome != AuthenticationStatus.SUCCESS) {
            throttle.attempt(address, FREE_PER_ADDRESS);
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
    @Override
    public void proveAgain(String password) {
        var account = signedIn.account();
        var subject = "p:" + account.id();
        refuseIfBlocked(throttle.attempt(subject, FREE_PER_ACCOUNT));
        if (password.length() > LONGEST_PASSWORD
                || !account.passwordHash()
                        .map(stored -> passwords.matches(password, stored))
                        .orElse(false)) {
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

    private static void refuseIfBlocked(Optional<Duration> wait) {
        wait.ifPresent(left -> {
            throw IdentityRefusal.BLOCKED.with(left.toMinutes() + 1);
        });
    }

    /** A name as the throttle and the trail can hold it. */
    private static String cut(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
