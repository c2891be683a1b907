package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import vn.camket.audit.Ledger;

/** Ends signatures that stand: ledger entry, row and fact, in the transaction of the act that ends them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SignatureEnding {
    static final String SUPERSEDED = "PLEDGE_SUPERSEDED";

    private static final int VERSION = 1;

    @Inject
    Pledges pledges;

    @Inject
    Ledger ledger;

    @Inject
    Event<PledgeEnded> facts;

    /** The signer signed again; both signatures are of the same step of the same enrolment. */
    void supersede(Signature old, Signature successor) {
        var entry = ledger.write(
                SUPERSEDED,
                Map.of(
                        "version", VERSION,
                        "kind", SUPERSEDED,
                        "pledge_leaf_hash", old.leafHash(),
                        "successor_leaf_hash", successor.leafHash(),
                        "superseded_at", RecordTime.write(successor.signedAt())));
        keep(old, SignatureEnd.superseded(old, successor, entry));
    }

    private void keep(Signature signature, SignatureEnd end) {
        pledges.add(end);
        facts.fire(new PledgeEnded(
                signature.enrolment().id(), signature.step().id(), signature.id(), end.kind(), end.endedAt()));
    }
}
