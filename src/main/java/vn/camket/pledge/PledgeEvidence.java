package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import vn.camket.audit.LogProofs;

/** The evidence file of a pledge; one signed by a passkey proves its signer too. */
@ApplicationScoped
@Transactional
class PledgeEvidence {
    @PersistenceContext
    EntityManager entities;

    @Inject
    LogProofs proofs;

    byte[] of(Signature signature) {
        return Optional.ofNullable(entities.find(PledgeAssertion.class, signature.id()))
                .map(found -> proofs.file(
                        signature.entry(),
                        Map.of("passkey_assertion", found.fields()),
                        Map.of("passkey", found.passkey().addedEntry())))
                .orElseGet(() -> proofs.file(signature.entry()));
    }
}
