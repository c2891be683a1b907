package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.web.Paging;
import vn.camket.pledge.PledgeTemplateLine;
import vn.camket.pledge.PledgeWriting;

/** The templates of pledges. */
@Named
@RequestScoped
public class PledgeTextsView {
    @Inject
    PledgeWriting writing;

    private @Nullable Integer page;
    private Paging paging = new Paging(1, 0, "?");
    private List<PledgeTemplateLine> lines = List.of();

    public void open() {
        paging = new Paging(page == null ? 1 : page, writing.count(), "?");
        lines = writing.templates(paging.offset(), Paging.SIZE);
    }

    public List<PledgeTemplateLine> getLines() {
        return lines;
    }

    public Paging getPaging() {
        return paging;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }
}
