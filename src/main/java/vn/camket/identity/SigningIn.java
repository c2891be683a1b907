package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.camket.audit.AuditTrail;
import vn.camket.platform.access.Authentication;
import vn.camket.platform.access.SecondProof;

/** Signing in and out, and proving oneself again before a formal act. Open to everybody. */
@ApplicationScoped
public class SigningIn implements SecondProof {
    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 50;
    private static final int LONGEST_PASSWORD = 1000;

    @Inject
    SecurityContext security;

    @Inject
    IdentityStoreHandler stores;

    @Inject
    HalfSignedIn halfSignedIn;

    @Inject
    SecondFactors factors;

    @Inject
    TypedCode typedCode;

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
     * Proves name and password. Where no code is set the person is signed in, in a fresh session.
     *
     * @return empty when signed in; otherwise the ticket with which {@link #finish} takes the code
     * @throws vn.camket.platform.Refusal WRONG_CREDENTIALS; BLOCKED after too many failures of this name or address; BUSY
     */
    public Optional<String> signIn(
            HttpServletRequest request, HttpServletResponse response, String userName, String password) {
        var address = address(request);
        refuseIfBlocked(throttle.remaining(address));
        refuseIfBlocked(throttle.attempt(name(userName), FREE_PER_ACCOUNT));
        var proven = proven(userName, password);
        if (proven.isEmpty()) {
            failed(address, userName);
            throw IdentityRefusal.WRONG_CREDENTIALS.with();
        }
        if (factors.isSet(proven.get().id())) {
            return Optional.of(halfSignedIn.ticket(proven.get()));
        }
        enter(request, response, proven.get());
        return Optional.empty();
    }

    /**
     * Takes the code of a person who has proved the password, and signs in. A recovery code does as well, once.
     *
     * @param ticket of {@link #signIn}
     * @throws vn.camket.platform.Refusal SIGN_IN_EXPIRED five minutes after the password; CODE_MISSING; CODE_WRONG, also for
     *     a code used before; BLOCKED
     */
    public void finish(HttpServletRequest request, HttpServletResponse response, String ticket, String code) {
        var account = halfSignedIn.account(ticket).orElseThrow(IdentityRefusal.SIGN_IN_EXPIRED::with);
        if (code.isBlank()) {
            throw IdentityRefusal.CODE_MISSING.with();
        }
        var address = address(request);
        refuseIfBlocked(throttle.remaining(address));
        refuseIfBlocked(throttle.attempt(name(account.userName()), FREE_PER_ACCOUNT));
        var recovered = false;
        if (!factors.use(account.id(), code)) {
            recovered = factors.useRecovery(account.id(), code);
            if (!recovered) {
                failed(address, account.userName());
                throw IdentityRefusal.CODE_WRONG.with();
            }
        }
        enter(request, response, account);
        if (recovered) {
            trail.note("RECOVERY_CODE_USED", "account", account.id(), Map.of());
        }
    }

    private Optional<Account> proven(String userName, String password) {
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            return Optional.empty();
        }
        var result = stores.validate(new UsernamePasswordCredential(userName, password));
        return result.getStatus() == CredentialValidationResult.Status.VALID
                ? accounts.byId(Long.parseLong(result.getCallerPrincipal().getName()))
                : Optional.empty();
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, Account account) {
        var outcome = security.authenticate(
                request, response, AuthenticationParameters.withParams().credential(new ProvenAccount(account)));
        if (outcome != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("A proven account was not let in: " + outcome);
        }
        throttle.succeeded(name(account.userName()));
        trail.note("SIGNED_IN", "account", signedIn.accountId(), Map.of());
    }

    private void failed(String address, String userName) {
        throttle.attempt(address, FREE_PER_ADDRESS);
        trail.note("SIGN_IN_FAILED", "account", cut(Account.normal(userName)), Map.of());
    }

    /**
     * {@inheritDoc}
     *
     * @throws vn.camket.platform.Refusal CURRENT_PASSWORD_WRONG; CODE_MISSING; CODE_WRONG, also for a code used before;
     *     BLOCKED after too many failures
     */
    @Override
    public Authentication proveAgain(String password) {
        var account = signedIn.account();
        if (!factors.isSet(account.id())) {
            provePassword(password);
            return Authentication.PASSWORD;
        }
        proveBoth(account, password, typedCode.value(), false);
        return Authentication.PASSWORD_TOTP;
    }

    /** Password and code, or a recovery code in its place: enough for giving the code up, not for a formal act. */
    void proveAgainOrRecover(String password, String code) {
        proveBoth(signedIn.account(), password, code, true);
    }

    private void proveBoth(Account account, String password, String code, boolean recovering) {
        if (code.isBlank()) {
            throw IdentityRefusal.CODE_MISSING.with();
        }
        var subject = attemptProof(account, password);
        if (!factors.use(account.id(), code) && !(recovering && factors.useRecovery(account.id(), code))) {
            throw IdentityRefusal.CODE_WRONG.with();
        }
        throttle.succeeded(subject);
    }

    /** The password alone, where no code is set. */
    void provePassword(String password) {
        throttle.succeeded(attemptProof(signedIn.account(), password));
    }

    /** The same, but attempts before stay counted. */
    void attemptPassword(String password) {
        attemptProof(signedIn.account(), password);
    }

    private String attemptProof(Account account, String password) {
        var subject = "p:" + account.id();
        refuseIfBlocked(throttle.attempt(subject, FREE_PER_ACCOUNT));
        if (password.length() > LONGEST_PASSWORD
                || !account.passwordHash()
                        .map(stored -> passwords.matches(password, stored))
                        .orElse(false)) {
            throw IdentityRefusal.CURRENT_PASSWORD_WRONG.with();
        }
        return subject;
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

    private static String name(String userName) {
        return "n:" + cut(Account.normal(userName));
    }

    private static String address(HttpServletRequest request) {
        return "a:" + request.getRemoteAddr();
    }

    /** A name as the throttle and the trail can hold it. */
    private static String cut(String name) {
        return name.length() > 60 ? name.substring(0, 60) : name;
    }
}
