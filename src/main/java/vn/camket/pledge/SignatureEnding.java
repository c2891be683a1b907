package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;
import vn.camket.platform.access.Authentication;

/** Ends signatures that stand: ledger entry, row and fact, in the transaction of the act that ends them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SignatureEnding {
    static final String SUPERSEDED = "PLEDGE_SUPERSEDED";
    static final String RETURNED = "PLEDGE_RETURNED";
    static final String WITHDRAWN = "PLEDGE_WITHDRAWN";

    private static final int VERSION = 1;

    @Inject
    Pledges pledges;

    @Inject
    ActingHead head;

    @Inject
    Ledger ledger;

    @Inject
    Event<PledgeEnded> facts;

    /** The signer signed again; both signatures are of the same step of the same enrolment. */
    void supersede(Signature old, Signature successor) {
        var entry = write(
                SUPERSEDED,
                old,
                Map.of(
                        "successor_leaf_hash", successor.leafHash(),
                        "superseded_at", RecordTime.write(successor.signedAt())));
        keep(old, SignatureEnd.superseded(old, successor, entry));
    }

    /** The caller, a head who proved it again, gives it back. */
    void giveBack(Signature signature, String reason, ActingHead.Decider decider, Authentication proof, Instant at) {
        var agency = head.agency(signature);
        var entry = write(
                RETURNED,
                signature,
                Map.of(
                        "reason", reason,
                        "returned_by", decider.fields(),
                        "agency", ActingHead.fields(agency),
                        "authentication", proof.name(),
                        "returned_at", RecordTime.write(at),
                        "nonce", Nonce.next()));
        keep(signature, SignatureEnd.byHead(signature, EndKind.RETURNED, reason, decider.person(), agency, entry, at));
    }

    /** The caller, a head who proved it again, agrees to what the signer asked. */
    void withdraw(Withdrawal asked, ActingHead.Decider decider, Authentication proof, Instant at) {
        var signature = asked.signature();
        var agency = head.agency(signature);
        var entry = write(
                WITHDRAWN,
                signature,
                Map.of(
                        "reason", asked.reason(),
                        "asked_at", RecordTime.write(asked.askedAt()),
                        "approver", decider.fields(),
                        "agency", ActingHead.fields(agency),
                        "authentication", proof.name(),
                        "withdrawn_at", RecordTime.write(at),
                        "nonce", Nonce.next()));
        keep(
                signature,
                SignatureEnd.byHead(signature, EndKind.WITHDRAWN, asked.reason(), decider.person(), agency, entry, at));
    }

    private LedgerEntry write(String kind, Signature signature, Map<String, Object> particulars) {
        var fields = new LinkedHashMap<String, Object>(particulars);
        fields.put("version", VERSION);
        fields.put("kind", kind);
        fields.put("pledge_leaf_hash", signature.leafHash());
        return ledger.write(kind, fields);
    }

    private void keep(Signature signature, SignatureEnd end) {
        pledges.add(end);
        facts.fire(new PledgeEnded(
                signature.enrolment().id(), signature.step().id(), signature.id(), end.kind(), end.endedAt()));
    }
}
