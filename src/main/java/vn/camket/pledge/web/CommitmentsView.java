package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.web.Paging;
import vn.camket.pledge.CommitmentFilter;
import vn.camket.pledge.CommitmentLibrary;
import vn.camket.pledge.CommitmentSource;

/** The library of personal commitments. */
@Named
@RequestScoped
public class CommitmentsView {
    @Inject
    CommitmentLibrary library;

    private @Nullable Integer page;
    private @Nullable String search;
    private boolean inactive;
    private Paging paging = new Paging(1, 0, "?");
    private List<CommitmentSource> lines = List.of();

    public void open() {
        var filter = new CommitmentFilter(getSearch(), inactive);
        paging = new Paging(
                page == null ? 1 : page,
                library.count(filter),
                "commitments.xhtml?" + (inactive ? "inactive=true&" : "")
                        + (getSearch().isEmpty()
                                ? ""
                                : "q=" + URLEncoder.encode(getSearch(), StandardCharsets.UTF_8) + "&"));
        lines = library.page(filter, paging.offset(), Paging.SIZE);
    }

    public List<CommitmentSource> getLines() {
        return lines;
    }

    public Paging getPaging() {
        return paging;
    }

    public String getSearch() {
        return search == null ? "" : VietnameseText.clean(search);
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public boolean isInactive() {
        return inactive;
    }

    public void setInactive(boolean inactive) {
        this.inactive = inactive;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }
}
