package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.web.Paging;
import vn.camket.pledge.OwnPledge;
import vn.camket.pledge.PledgeReceipts;

/** The reader's own pledges over the years. */
@Named
@RequestScoped
public class MyPledgesView {
    @Inject
    PledgeReceipts receipts;

    private @Nullable Integer page;
    private Paging paging = new Paging(1, 0, "?");
    private List<OwnPledge> rows = List.of();
    private Set<String> openAgain = Set.of();

    public void open() {
        paging = new Paging(page == null ? 1 : page, receipts.countOwn(), "?");
        rows = receipts.own(paging.offset(), Paging.SIZE);
        openAgain = receipts.openAgain();
    }

    /** Whether the signer has to sign it again. */
    public boolean openAgain(OwnPledge row) {
        return openAgain.contains(row.code());
    }

    public Paging getPaging() {
        return paging;
    }

    public List<OwnPledge> getRows() {
        return rows;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }
}
