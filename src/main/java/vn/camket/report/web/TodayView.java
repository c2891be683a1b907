package vn.camket.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Vietnam;
import vn.camket.report.AgencyRow;
import vn.camket.report.AgencySort;
import vn.camket.report.Asked;
import vn.camket.report.CompletionReport;
import vn.camket.report.Overview;
import vn.camket.report.Today;
import vn.camket.report.TrendChart;

/** The head's first page. */
@Named
@RequestScoped
public class TodayView {
    private static final int MOST_ROWS = 20;

    @Inject
    CompletionReport report;

    @Inject
    Clock clock;

    private @Nullable String agency;
    private @Nullable String campaign;
    private @Nullable Today today;
    private @Nullable TrendChart chart;
    private List<AgencyRow> rows = List.of();

    public void open() {
        var found = report.today(Asked.id(agency), Asked.id(campaign));
        today = found;
        chart = found.overview().trend().map(TrendChart::of).orElse(null);
        rows = found.overview().rows().stream()
                .sorted(AgencyTable.order(AgencySort.RATE))
                .limit(MOST_ROWS)
                .toList();
    }

    public @Nullable Today getToday() {
        return today;
    }

    public @Nullable Overview getFigures() {
        return today == null ? null : today.overview();
    }

    public @Nullable TrendChart getChart() {
        return chart;
    }

    /** Sub-agencies, the lowest rate first, as many as fit one page. */
    public List<AgencyRow> getRows() {
        return rows;
    }

    /** Whether the table leaves some out; the agency's page has them all. */
    public boolean isCut() {
        return today != null && today.overview().rows().size() > rows.size();
    }

    public LocalDate getDay() {
        return Vietnam.today(clock);
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
}
