package vn.camket.quiz.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.web.Paging;
import vn.camket.quiz.QuizTaking;
import vn.camket.quiz.ResultRow;

/** All attempts of the person, the latest first. */
@Named
@RequestScoped
public class ResultsView {
    @Inject
    QuizTaking taking;

    private int page = 1;
    private @Nullable Paging paging;
    private List<ResultRow> rows = List.of();

    public void open() {
        paging = new Paging(page, taking.countResults(), "results.xhtml?");
        rows = taking.results(paging.offset(), Paging.SIZE);
    }

    public List<ResultRow> getRows() {
        return rows;
    }

    public Paging getPaging() {
        return Optional.ofNullable(paging).orElseThrow(NotFound::new);
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
