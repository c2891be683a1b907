package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Denied;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.platform.access.SecondProof;

/** Renewing the installation's keys, declaring one leaked, having one certified by another authority. */
@ApplicationScoped
public class KeyKeeping {
    /** Bytes of certificates that can be handed in. */
    public static final int LONGEST_CHAIN = CertificateChain.LONGEST;

    private static final int LONGEST_REASON = 500;

    @Inject
    SigningKeys keys;

    @Inject
    AuditTrail trail;

    @Inject
    SecondProof proof;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** When a key is replaced by itself, before its certificate ends. */
    public Instant renewal(SigningKey key) {
        return key.notAfter().minus(SigningKeys.DAYS_BEFORE_THE_END);
    }

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

    /**
     * A request to another authority for a certificate of a key in use.
     *
     * @return PKCS#10 in PEM, signed by the key
     * @throws vn.camket.platform.Refusal KEYS_CHANGED_MEANWHILE
     */
    @Requires(Permission.KEEP_LEDGER)
    public String request(KeyPurpose purpose, String id, CertificateName name) {
        requireKeeper(purpose);
        var request = keys.request(purpose, id, name);
        trail.note(
                "KEY_CERTIFICATE_REQUESTED",
                "signing_key",
                id,
                Map.of("purpose", purpose.name(), "name", name.common(), "organization", name.organization()));
        return request;
    }

    /**
     * Takes the certificate that another authority has issued for a key in use; PDFs are sealed under it from now on. The
     * key stays.
     *
     * @param sent certificates in PEM, that of the key first, then each that of the issuer of the one before
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.Refusal those of the chain, see {@link CertificateChain}; CERTIFIED_ALREADY;
     *     KEYS_CHANGED_MEANWHILE; the reasons of the proof
     */
    @Requires(Permission.KEEP_LEDGER)
    public void certify(KeyPurpose purpose, String id, byte[] sent, String password) {
        requireKeeper(purpose);
        var chain = CertificateChain.read(sent);
        var key = keys.key(id).filter(SigningKey::current).orElseThrow(AuditRefusal.KEYS_CHANGED_MEANWHILE::with);
        chain.requireFor(key.certificate().getPublicKey(), clock.instant(), SigningKeys.DAYS_BEFORE_THE_END);
        proof.proveAgain(password);
        keys.certify(purpose, id, chain);
        keys.take();
        trail.note(
                "KEY_CERTIFIED",
                "signing_key",
                id,
                Map.of(
                        "purpose",
                        purpose.name(),
                        "issuer",
                        Certificates.shortName(chain.first().getIssuerX500Principal())));
    }

    private void requireKeeper(KeyPurpose purpose) {
        if (!mayKeep() || purpose == KeyPurpose.AUTHORITY) {
            throw new Denied();
        }
    }

    private void replace(KeyPurpose purpose, String id, Optional<String> leak, String password) {
        requireKeeper(purpose);
        proof.proveAgain(password);
        keys.replace(purpose, id, leak.orElse(null));
        keys.take();
        keys.destroyRetired();
        trail.note(
                leak.isPresent() ? "KEY_LEAKED" : "KEY_RENEWED", "signing_key", id, Map.of("purpose", purpose.name()));
    }
}
