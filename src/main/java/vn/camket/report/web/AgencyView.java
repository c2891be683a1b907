package vn.camket.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;
import vn.camket.report.AgencyRow;
import vn.camket.report.AgencySort;
import vn.camket.report.Asked;
import vn.camket.report.CompletionReport;
import vn.camket.report.Overview;
import vn.camket.report.TrendChart;

/** Figures of one agency and all below it. */
@Named
@RequestScoped
public class AgencyView {
    @Inject
    CompletionReport report;

    private @Nullable String agency;
    private @Nullable String campaign;
    private @Nullable String search;
    private @Nullable String sort;
    private @Nullable String page;
    private @Nullable Overview figures;
    private @Nullable TrendChart chart;
    private @Nullable AgencyTable table;
    private Map<Long, String> heads = Map.of();

    public void open() {
        var found = report.overview(Asked.id(agency), Asked.id(campaign));
        figures = found;
        chart = found.trend().map(TrendChart::of).orElse(null);
        table = new AgencyTable(
                found.rows(),
                getSearchText(),
                getOrder(),
                Asked.page(page),
                address(found) + AgencyTable.search(getSearchText()) + "sort="
                        + getOrder().word() + "&");
        var named = new ArrayList<Long>();
        named.add(found.agency().id());
        table.rows().stream().filter(row -> !row.own()).map(AgencyRow::id).forEach(named::add);
        heads = report.heads(named);
    }

    private static String address(Overview found) {
        return "agency.xhtml?agency=" + found.agency().id() + "&"
                + found.campaign()
                        .map(chosen -> "campaign=" + chosen.id() + "&")
                        .orElse("");
    }

    /** Link to the same table in another order. */
    public String sorted(String by) {
        return figures == null ? "" : address(figures) + AgencyTable.search(getSearchText()) + "sort=" + by;
    }

    /** Link to the same table without the search. */
    public String getUnsearched() {
        return figures == null ? "" : address(figures) + "sort=" + getOrder().word();
    }

    public @Nullable Overview getFigures() {
        return figures;
    }

    public @Nullable TrendChart getChart() {
        return chart;
    }

    public @Nullable AgencyTable getTable() {
        return table;
    }

    /** Name of the head of an agency on this page; null when it has none. */
    public @Nullable String head(long agencyId) {
        return heads.get(agencyId);
    }

    public String getSearchText() {
        return search == null ? "" : VietnameseText.clean(search);
    }

    public AgencySort getOrder() {
        return AgencySort.of(sort);
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
