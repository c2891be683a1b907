package vn.camket.training.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.Paging;
import vn.camket.training.ModuleFilter;
import vn.camket.training.ModuleListRow;
import vn.camket.training.ModuleWriting;
import vn.camket.training.TrainingRefusal;

/** A trainer's modules, and the form for a new one. */
@Named
@RequestScoped
public class WriteModulesView {
    @Inject
    ModuleWriting writing;

    @Inject
    ExternalContext external;

    private @Nullable String search;
    private @Nullable ModuleFilter filter;
    private int page = 1;
    private @Nullable String title;
    private @Nullable String summary;
    private List<ModuleListRow> rows = List.of();
    private Paging paging = new Paging(1, 0, "?");

    public void open() {
        var text = search == null ? "" : search;
        paging = new Paging(page, writing.count(text, getFilter()), address(text));
        rows = writing.list(text, getFilter(), paging.offset(), Paging.SIZE);
    }

    private String address(String text) {
        return external.getRequestContextPath() + "/training/write/modules.xhtml?search="
                + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&filter=" + getFilter() + "&";
    }

    public void create() throws IOException {
        try {
            var version = writing.create(title == null ? "" : title, summary == null ? "" : summary);
            Notices.done("training.write.module.created");
            external.redirect(external.getRequestContextPath() + "/training/write/module.xhtml?version=" + version);
        } catch (Refusal refusal) {
            Notices.refused(
                    refusal, refusal.reason() == TrainingRefusal.SUMMARY_MISSING ? "create:summary" : "create:title");
            open();
        }
    }

    public List<ModuleListRow> getRows() {
        return rows;
    }

    public Paging getPaging() {
        return paging;
    }

    public ModuleFilter[] getFilters() {
        return ModuleFilter.values();
    }

    public boolean isNarrowed() {
        return search != null || getFilter() != ModuleFilter.ALL;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public ModuleFilter getFilter() {
        return filter == null ? ModuleFilter.ALL : filter;
    }

    public void setFilter(@Nullable ModuleFilter filter) {
        this.filter = filter;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String summary) {
        this.summary = summary;
    }
}
