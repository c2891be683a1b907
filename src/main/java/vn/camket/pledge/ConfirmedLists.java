package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.camket.audit.LogProofs;
import vn.camket.audit.Seal;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * The sealed lists of confirmed pledges, one for each act of confirmation: made and
 * sealed at the first request, stored once under its hash, never made again. For heads whose scope covers the whole act.
 */
@ApplicationScoped
public class ConfirmedLists {
    private final Turns turns = new Turns();

    @Inject
    ConfirmedActs acts;

    @Inject
    LogProofs proofs;

    @Inject
    Seal seal;

    @Inject
    PdfShelf shelf;

    /** Acts of confirmation, the latest first. @param offset rows to skip */
    @Requires(Permission.CONFIRM_PLEDGES)
    public List<ConfirmedAct> page(int offset, int size) {
        return acts.page(offset, size);
    }

    @Requires(Permission.CONFIRM_PLEDGES)
    public long count() {
        return acts.count();
    }

    /**
     * The list of one act.
     *
     * @return the bytes that were issued first, for ever the same
     * @throws vn.camket.platform.NotFound if there is no such act, or part of it lies outside the caller's scope
     * @throws vn.camket.platform.Refusal PDF_DAMAGED
     */
    @Requires(Permission.CONFIRM_PLEDGES)
    public byte[] pdf(long actId) {
        var whole = acts.whole(actId);
        return shelf.read(acts.issued(actId).orElseGet(() -> issueOnce(whole)).sha256());
    }

    private ConfirmedList issueOnce(ConfirmedActs.Whole whole) {
        var id = whole.entry().id();
        return turns.in(id, () -> acts.issued(id).orElseGet(() -> issue(whole)));
    }

    private ConfirmedList issue(ConfirmedActs.Whole whole) {
        if (!whole.entry().isWhole()
                || !whole.signatures().stream()
                        .allMatch(signature -> signature.entry().isWhole())) {
            throw PledgeRefusal.PDF_DAMAGED.with();
        }
        var sealed = ConfirmedListDocument.of(whole).sealed(proofs.file(whole.entry()), seal);
        return acts.register(whole, shelf.keep(sealed.bytes()), sealed.bytes().length, sealed.keyId());
    }
}
