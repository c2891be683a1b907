package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import vn.camket.audit.LogProofs;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** Receipts: one's own, and those of the agencies whose pledges one confirms. */
@ApplicationScoped
@Transactional
public class PledgeReceipts {
    @Inject
    Pledges pledges;

    @Inject
    Withdrawals withdrawals;

    @Inject
    LogProofs proofs;

    @Inject
    PledgeEvidence evidence;

    @Inject
    Caller caller;

    /** @throws NotFound for a code that is none, unknown, or of a pledge outside the caller's scope */
    @Requires(Permission.TAKE_PART)
    public PledgeReceipt of(String typedCode) {
        var signature = visible(typedCode);
        var confirmation = pledges.confirmation(signature.id());
        var end = pledges.end(signature.id());
        var own = isOwn(signature);
        return new PledgeReceipt(
                signature,
                PledgeRecord.read(signature.entry().record()),
                confirmation,
                end,
                withdrawals.latest(signature.id()),
                own,
                !own && confirmation.isEmpty() && end.isEmpty() && mayConfirm(signature),
                signature.entry().isWhole(),
                proofs.place(signature.entry()));
    }

    /**
     * The pledge as a file that proves itself: record, receipt, place in the ledger, signed head.
     *
     * @throws NotFound for a code that is none, unknown, or of a pledge outside the caller's scope
     */
    @Requires(Permission.TAKE_PART)
    public byte[] evidence(String typedCode) {
        return evidence.of(visible(typedCode));
    }

    /** The caller's pledges over the years, the newest first. @param offset rows to skip */
    @Requires(Permission.TAKE_PART)
    public List<OwnPledge> own(int offset, int size) {
        return pledges.ofEmployee(employeeId(), offset, size);
    }

    /** Codes of those among them that are to be signed again, because they were returned or withdrawn. */
    @Requires(Permission.TAKE_PART)
    public Set<String> openAgain() {
        return Set.copyOf(pledges.openAgain(employeeId()));
    }

    @Requires(Permission.TAKE_PART)
    public long countOwn() {
        return pledges.countOfEmployee(employeeId());
    }

    Signature visible(String typedCode) {
        var signature = LookupCode.typed(typedCode).flatMap(pledges::signature).orElseThrow(NotFound::new);
        if (!isOwn(signature) && !mayConfirm(signature)) {
            throw new NotFound();
        }
        return signature;
    }

    private boolean isOwn(Signature signature) {
        return caller.employeeId().filter(id -> id == signature.employee().id()).isPresent();
    }

    private boolean mayConfirm(Signature signature) {
        return caller.may(Permission.CONFIRM_PLEDGES, signature.agency().path());
    }

    private long employeeId() {
        return caller.employeeId().orElseThrow(NotFound::new);
    }
}
