package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Denied;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.platform.access.SecondProof;

/** Renewing the installation's keys and declaring one leaked. */
@ApplicationScoped
public class KeyKeeping {
    private static final int LONGEST_REASON = 500;

    @Inject
    SigningKeys keys;

    @Inject
    AuditTrail trail;

    @Inject
    SecondProof proof;

    @Inject
    Caller caller;

    /** Whether the caller may change keys: they are the whole installation's, so the scope must be all of it. */
    public boolean mayKeep() {
        return caller.scope(Permission.KEEP_LEDGER).stream().anyMatch(KeyKeeping::isTop);
    }

    private static boolean isTop(String path) {
        return path.chars().filter(character -> character == '/').count() <= 2;
    }

    /**
     * Makes a new key in place of the given one and destroys the old private key. What the old one signed stays good.
     *
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal KEYS_CHANGED_MEANWHILE; AUTHORITY_AWAY; the reasons of the proof
     */
    @Requires(Permission.KEEP_LEDGER)
    public void renew(KeyPurpose purpose, String id, String password) {
        replace(purpose, id, Optional.empty(), password);
    }

    /**
     * Declares that somebody else may have a key, and replaces it. What it signed counts only where the ledger has it
     * before this act.
     *
     * @param reason what happened, for everybody to read
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal REASON_MISSING; KEYS_CHANGED_MEANWHILE; AUTHORITY_AWAY; the reasons of the proof
     */
    @Requires(Permission.KEEP_LEDGER)
    public void leaked(KeyPurpose purpose, String id, String reason, String password) {
        var said = VietnameseText.clean(reason);
        if (said.isEmpty()) {
            throw AuditRefusal.REASON_MISSING.with();
        }
        replace(purpose, id, Optional.of(said.substring(0, Math.min(said.length(), LONGEST_REASON))), password);
    }

    private void replace(KeyPurpose purpose, String id, Optional<String> leak, String password) {
        if (!mayKeep() || purpose == KeyPurpose.AUTHORITY) {
            throw new Denied();
        }
        proof.proveAgain(password);
        keys.replace(purpose, id, leak.orElse(null));
        keys.take();
        keys.destroyRetired();
        trail.note(
                leak.isPresent() ? "KEY_LEAKED" : "KEY_RENEWED", "signing_key", id, Map.of("purpose", purpose.name()));
    }
}
