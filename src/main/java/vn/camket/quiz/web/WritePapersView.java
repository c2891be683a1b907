package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.web.Paging;
import vn.camket.quiz.PaperLine;
import vn.camket.quiz.PaperWriting;

/** The quizzes of all modules a trainer may write. */
@Named
@RequestScoped
public class WritePapersView {
    @Inject
    PaperWriting writing;

    private @Nullable String search;
    private int page = 1;
    private @Nullable Paging paging;
    private List<PaperLine> rows = List.of();

    public void open() {
        var wanted = search == null ? "" : search;
        var found = writing.papers(wanted);
        paging = new Paging(
                page, found.size(), "papers.xhtml?search=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) + "&");
        rows = found.subList(paging.offset(), (int) paging.last());
    }

    public List<PaperLine> getRows() {
        return rows;
    }

    public Paging getPaging() {
        return Optional.ofNullable(paging).orElseThrow(NotFound::new);
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
