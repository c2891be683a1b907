package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.web.Paging;
import vn.camket.pledge.ConfirmedAct;
import vn.camket.pledge.ConfirmedLists;

/** The acts of confirmation, each with its list. */
@Named
@RequestScoped
public class ConfirmedListsView {
    @Inject
    ConfirmedLists lists;

    private @Nullable Integer page;
    private Paging paging = new Paging(1, 0, "?");
    private List<ConfirmedAct> rows = List.of();

    public void open() {
        paging = new Paging(page == null ? 1 : page, lists.count(), "?");
        rows = lists.page(paging.offset(), Paging.SIZE);
    }

    public Paging getPaging() {
        return paging;
    }

    public List<ConfirmedAct> getRows() {
        return rows;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }
}
