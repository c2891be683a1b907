package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;

/** Proves the signed-in person by a passkey: the challenge is what is to be signed. */
@ApplicationScoped
public class PasskeyProof {
    private static final Logger LOG = Logger.getLogger(PasskeyProof.class.getName());

    @Inject
    Passkeys passkeys;

    @Inject
    RelyingParty relyingParty;

    @Inject
    SignedIn signedIn;

    @Inject
    Clock clock;

    /** The credentials by which the person can sign here, base64url; none where passkeys cannot be used. */
    @Transactional
    public List<String> credentials() {
        return relyingParty.isPossible() && signedIn.isSignedIn()
                ? passkeys.of(signedIn.accountId()).stream()
                        .map(Passkey::credential)
                        .toList()
                : List.of();
    }

    public String relyingParty() {
        return relyingParty.id();
    }

    /**
     * Checks that a key of this very person has signed the challenge, in the transaction of the act that it proves.
     *
     * @throws vn.camket.platform.Refusal PASSKEY_UNKNOWN for a key removed or of somebody else; PASSKEY_WRONG for anything
     *     else that does not fit, a count of signatures that goes back included: then there is a copy of the key
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Passkey prove(byte[] challenge, Assertion assertion) {
        var passkey = passkeys.byCredential(assertion.credentialId())
                .filter(found -> found.account().id() == signedIn.accountId())
                .orElseThrow(IdentityRefusal.PASSKEY_UNKNOWN::with);
        passkeys.lock(passkey);
        if (passkey.isRemoved()) {
            throw IdentityRefusal.PASSKEY_UNKNOWN.with();
        }
        try {
            var count =
                    WebAuthn.signed(relyingParty.expecting(challenge), passkey.spki(), passkey.signCount(), assertion);
            passkey.used(count, clock.instant());
            return passkey;
        } catch (WebAuthn.Failed failed) {
            LOG.warning(() -> "Passkey " + passkey.id() + " refused: " + failed.fault());
            throw IdentityRefusal.PASSKEY_WRONG.with();
        }
    }
}
