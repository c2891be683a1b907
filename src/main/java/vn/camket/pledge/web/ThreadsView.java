package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.RatingRound;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.web.Paging;
import vn.camket.pledge.ThreadFilter;
import vn.camket.pledge.ThreadRating;
import vn.camket.pledge.ThreadRow;
import vn.camket.pledge.ThreadState;

/** The people whose commitments the reader rates as head. */
@Named
@RequestScoped
public class ThreadsView {
    @Inject
    ThreadRating rating;

    @Inject
    Clock clock;

    private @Nullable Long campaignId;
    private @Nullable String name;
    private @Nullable String state;
    private @Nullable Integer page;
    private List<Campaign> campaigns = List.of();
    private @Nullable Campaign campaign;
    private Paging paging = new Paging(1, 0, "?");
    private List<ThreadRow> rows = List.of();

    public void open() {
        campaigns = rating.campaigns();
        campaign = chosen().orElse(null);
        if (campaign != null) {
            var filter = new ThreadFilter(campaign.id(), name == null ? "" : name, ThreadState.of(state));
            paging = new Paging(page == null ? 1 : page, rating.count(filter), "?" + query(state));
            rows = rating.page(filter, paging.offset(), Paging.SIZE);
        }
    }

    /** The one asked for; otherwise the latest that is rated now, otherwise the latest. */
    private Optional<Campaign> chosen() {
        if (campaignId != null) {
            return Optional.of(campaigns.stream()
                    .filter(one -> one.id() == campaignId)
                    .findFirst()
                    .orElseThrow(NotFound::new));
        }
        var today = Vietnam.today(clock);
        return campaigns.stream()
                .filter(one -> one.ratingDays()
                        .open(today)
                        .filter(RatingRound.YEAR_END::equals)
                        .isPresent())
                .findFirst()
                .or(() -> campaigns.stream().findFirst());
    }

    /** The list as parameters, each ending in &amp;. */
    private String query(@Nullable String ofState) {
        return (campaign == null ? "" : "campaign=" + campaign.id() + "&")
                + (name == null || name.isBlank() ? "" : "q=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&")
                + (ThreadState.of(ofState) == null ? "" : "state=" + ofState + "&");
    }

    /** Link to the list of one state; null for all. */
    public String of(@Nullable ThreadState other) {
        var query = query(other == null ? null : other.name());
        return "threads.xhtml" + (query.isEmpty() ? "" : "?" + query.substring(0, query.length() - 1));
    }

    public String getEveryone() {
        return of(null);
    }

    /** Link to the list without the search. */
    public String getUnsearched() {
        return "threads.xhtml" + (campaign == null ? "" : "?campaign=" + campaign.id());
    }

    public ThreadState[] getStates() {
        return ThreadState.values();
    }

    public boolean isShown(ThreadState one) {
        return ThreadState.of(state) == one;
    }

    public boolean isFiltered() {
        return (name != null && !name.isBlank()) || ThreadState.of(state) != null;
    }

    public @Nullable Campaign getCampaign() {
        return campaign;
    }

    public List<Campaign> getCampaigns() {
        return campaigns;
    }

    public Paging getPaging() {
        return paging;
    }

    public List<ThreadRow> getRows() {
        return rows;
    }

    public @Nullable Long getCampaignId() {
        return campaignId;
    }

    public void setCampaignId(@Nullable Long campaignId) {
        this.campaignId = campaignId;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }
}
