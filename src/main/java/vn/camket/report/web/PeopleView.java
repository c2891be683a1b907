package vn.camket.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.web.Paging;
import vn.camket.report.Asked;
import vn.camket.report.PeopleList;
import vn.camket.report.PeopleQuestion;
import vn.camket.report.PeopleReport;
import vn.camket.report.PeopleSort;
import vn.camket.report.PeopleState;

/** People of an agency and all below it. */
@Named
@RequestScoped
public class PeopleView {
    @Inject
    PeopleReport report;

    private @Nullable String agency;
    private @Nullable String campaign;
    private @Nullable String state;
    private @Nullable String step;
    private @Nullable String search;
    private @Nullable String sort;
    private @Nullable String page;
    private @Nullable PeopleList list;

    public void open() {
        list = report.list(asked(agency, campaign, state, step, search, sort), Asked.page(page));
    }

    static PeopleQuestion asked(
            @Nullable String agency,
            @Nullable String campaign,
            @Nullable String state,
            @Nullable String step,
            @Nullable String search,
            @Nullable String sort) {
        return new PeopleQuestion(
                Asked.id(agency),
                Asked.id(campaign),
                PeopleState.of(state),
                Asked.id(step),
                search == null ? "" : VietnameseText.clean(search),
                PeopleSort.of(sort));
    }

    public @Nullable PeopleList getList() {
        return list;
    }

    public @Nullable Paging getPaging() {
        return list == null
                ? null
                : new Paging(
                        list.page(),
                        list.total(),
                        "people.xhtml?" + list.question().parameters());
    }

    public List<PeopleState> getStates() {
        return Arrays.asList(PeopleState.values());
    }

    /** Link to the same list of another state, from its first page. */
    public String of(PeopleState other) {
        return list == null ? "" : "people.xhtml?" + trimmed(list.question().with(other));
    }

    /** Link to the same list in the order of a column; the other way round when it is in that order. */
    public String sorted(String column) {
        if (list == null) {
            return "";
        }
        var by = PeopleSort.valueOf(column);
        return "people.xhtml?" + trimmed(list.question().with(list.question().sort() == by ? by.turned() : by));
    }

    /** ascending, descending or none: how the list stands to a column. */
    public String order(String column) {
        var by = PeopleSort.valueOf(column);
        if (list != null && list.question().sort() == by) {
            return "ascending";
        }
        return list != null && list.question().sort() == by.turned() ? "descending" : "none";
    }

    /** Icon of a column's sorting link. */
    public String icon(String column) {
        return switch (order(column)) {
            case "ascending" -> "sort-up";
            case "descending" -> "sort-down";
            default -> "sort-alt";
        };
    }

    /** Link to everyone of the agency, whatever their state. */
    public String getEveryone() {
        return of(PeopleState.ALL);
    }

    /** Link to the same list without the search. */
    public String getUnsearched() {
        return list == null ? "" : "people.xhtml?" + trimmed(list.question().with(""));
    }

    /** Link to the file of the whole list. */
    public String getFile() {
        return list == null ? "" : "people.xlsx?" + trimmed(list.question());
    }

    private static String trimmed(PeopleQuestion question) {
        var parameters = question.parameters();
        return parameters.substring(0, parameters.length() - 1);
    }

    public @Nullable String getAgency() {
        return agency;
    }

    public void setAgency(@Nullable String agency) {
        this.agency = agency;
    }

    public @Nullable String getCampaign() {
        return campaign;
    }

    public void setCampaign(@Nullable String campaign) {
        this.campaign = campaign;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable String getStep() {
        return step;
    }

    public void setStep(@Nullable String step) {
        this.step = step;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
    }
}
