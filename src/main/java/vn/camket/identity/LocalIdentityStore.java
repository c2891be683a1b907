package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.time.Clock;
import vn.camket.platform.Vietnam;

/** Proves a name and a password against the accounts of this database. Roles are asked afresh in every request. */
@ApplicationScoped
public class LocalIdentityStore implements IdentityStore {
    @Inject
    Accounts accounts;

    @Inject
    Passwords passwords;

    @Inject
    Clock clock;

    /** Called through {@link IdentityStore#validate(jakarta.security.enterprise.credential.Credential)} by its type. */
    public CredentialValidationResult validate(UsernamePasswordCredential credential) {
        var password = credential.getPasswordAsString();
        var today = Vietnam.today(clock);
        var account = accounts.byUserName(credential.getCaller()).filter(found -> found.isUsable(today));
        var stored = account.flatMap(Account::passwordHash);
        if (stored.isEmpty()) {
            passwords.pretend(password);
            return CredentialValidationResult.INVALID_RESULT;
        }
        return passwords.matches(password, stored.get())
                ? new CredentialValidationResult(
                        String.valueOf(account.orElseThrow().id()))
                : CredentialValidationResult.INVALID_RESULT;
    }
}
