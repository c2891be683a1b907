package vn.camket.library.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.library.DocumentStatus;
import vn.camket.library.Documents;
import vn.camket.library.LegalDocument;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.web.Paging;

/** The list of documents with search, filter and pages, all in the address. */
@Named
@RequestScoped
public class DocumentsView {
    @Inject
    Documents documents;

    private @Nullable String search;
    private @Nullable String status;
    private int page = 1;
    private Paging paging = new Paging(1, 0, "?");
    private List<LegalDocument> rows = List.of();

    public void open() {
        search = VietnameseText.clean(getSearch());
        var wanted = wanted();
        paging = new Paging(
                page,
                documents.count(search, wanted),
                "?search=" + encoded(search) + "&status=" + (wanted == null ? "" : wanted.name()) + "&");
        rows = documents.find(search, wanted, paging.offset(), Paging.SIZE);
    }

    private @Nullable DocumentStatus wanted() {
        return Arrays.stream(DocumentStatus.values())
                .filter(one -> one.name().equals(status))
                .findFirst()
                .orElse(null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public boolean isNone() {
        return rows.isEmpty();
    }

    public boolean isFiltered() {
        return !getSearch().isEmpty() || wanted() != null;
    }

    public List<DocumentStatus> getStatuses() {
        return List.of(DocumentStatus.values());
    }

    public List<LegalDocument> getRows() {
        return rows;
    }

    public Paging getPaging() {
        return paging;
    }

    public String getSearch() {
        return search == null ? "" : search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public void setStatus(@Nullable String status) {
        this.status = status;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
