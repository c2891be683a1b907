package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import vn.camket.audit.Ledger;
import vn.camket.organization.Agency;
import vn.camket.platform.access.Authentication;

/** The transactions of confirming, apart from the proof of the person. */
@ApplicationScoped
@Transactional
class ConfirmationDesk {
    static final String KIND = "PLEDGES_CONFIRMED";

    private static final int VERSION = 2;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Waiting waiting;

    @Inject
    Ledger ledger;

    @Inject
    ActingHead head;

    @Inject
    Clock clock;

    List<WaitingPledge> page(WaitingFilter filter, int offset, int size) {
        return waiting.page(filter, offset, size);
    }

    long count(WaitingFilter filter) {
        return waiting.count(filter);
    }

    List<WaitingAgency> agencies() {
        return waiting.agencies();
    }

    boolean isAnyWaiting(List<Long> signatureIds) {
        return !waiting.of(signatureIds).isEmpty();
    }

    HeadOutcome confirm(List<Long> signatureIds, Authentication proof) {
        var chosen = waiting.locked(signatureIds);
        if (!chosen.isEmpty()) {
            write(chosen, proof);
        }
        return new HeadOutcome(chosen.size(), signatureIds.size() - chosen.size());
    }

    private void write(List<Signature> chosen, Authentication proof) {
        var decider = head.decider();
        var at = RecordTime.cut(clock.instant());
        var entry = ledger.write(KIND, record(decider, chosen, proof, at));
        var agencies = new LinkedHashSet<Agency>();
        for (var signature : chosen) {
            var agency = head.agency(signature);
            agencies.add(agency);
            entities.persist(new Confirmation(signature, decider.person(), agency, entry, at));
        }
        entities.persist(new ConfirmedAct(entry, decider.person(), agencies, chosen.size(), at));
        entities.flush();
    }

    private Map<String, Object> record(
            ActingHead.Decider decider, List<Signature> chosen, Authentication proof, Instant at) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.put("confirmer", decider.fields());
        fields.put("authentication", proof.name());
        fields.put("confirmed_at", RecordTime.write(at));
        fields.put("nonce", Nonce.next());
        fields.put("pledges", chosen.stream().map(this::confirmed).toList());
        return fields;
    }

    private Map<String, Object> confirmed(Signature signature) {
        return Map.of(
                "leaf_hash", signature.leafHash(),
                "agency", ActingHead.fields(head.agency(signature)));
    }
}
