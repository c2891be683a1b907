package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.camket.audit.Ledger;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/** The transactions of confirming, apart from the proof of the person. */
@ApplicationScoped
@Transactional
class ConfirmationDesk {
    static final String KIND = "PLEDGES_CONFIRMED";

    private static final int VERSION = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager entities;

    @Inject
    Waiting waiting;

    @Inject
    Pledges pledges;

    @Inject
    Ledger ledger;

    @Inject
    Caller caller;

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

    ConfirmOutcome confirm(List<Long> signatureIds) {
        var enrolments = waiting.of(signatureIds).stream()
                .map(signature -> signature.enrolment().id())
                .distinct()
                .toList();
        if (enrolments.isEmpty()) {
            return new ConfirmOutcome(0, signatureIds.size());
        }
        pledges.lock(enrolments);
        var chosen = waiting.of(signatureIds);
        if (!chosen.isEmpty()) {
            write(chosen);
        }
        return new ConfirmOutcome(chosen.size(), signatureIds.size() - chosen.size());
    }

    private void write(List<Signature> chosen) {
        var head = pledges.employee(caller.employeeId().orElseThrow(NotFound::new));
        var at = RecordTime.cut(clock.instant());
        var entry = ledger.write(KIND, record(head, chosen, at));
        for (var signature : chosen) {
            entities.persist(new Confirmation(signature, head, headed(signature), entry, at));
        }
        entities.flush();
    }

    private Map<String, Object> record(Employee head, List<Signature> chosen, Instant at) {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.put(
                "confirmer",
                Map.of(
                        "employee_code", head.code(),
                        "full_name", head.fullName(),
                        "position", pledges.position(head)));
        fields.put("authentication", PledgeRecord.BY_PASSWORD);
        fields.put("confirmed_at", RecordTime.write(at));
        fields.put("nonce", HexFormat.of().formatHex(nonce));
        fields.put("pledges", chosen.stream().map(this::confirmed).toList());
        return fields;
    }

    private Map<String, Object> confirmed(Signature signature) {
        var agency = headed(signature);
        return Map.of(
                "lookup_code", signature.lookupCode().value(),
                "leaf_hash", HexFormat.of().formatHex(signature.entry().leafHash()),
                "agency", Map.of("id", agency.id(), "name", agency.name()));
    }

    /** The agency for which the caller confirms: the nearest one headed, at or above that of the signer. */
    private Agency headed(Signature signature) {
        var path = caller.scope(Permission.CONFIRM_PLEDGES).stream()
                .filter(signature.agency().path()::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(NotFound::new);
        var id = Long.parseLong(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
        return java.util.Optional.ofNullable(entities.find(Agency.class, id)).orElseThrow(NotFound::new);
    }
}
