package vn.camket.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a list of people is asked for, as it stands in its address.
 *
 * @param agency null for the top of the caller's scope
 * @param campaign null for the latest
 * @param step null for the whole campaign
 * @param search words of a name, with or without tones; may be empty
 */
public record PeopleQuestion(
        @Nullable Long agency,
        @Nullable Long campaign,
        PeopleState state,
        @Nullable Long step,
        String search,
        PeopleSort sort) {

    /** Parameters of the address after the question mark, ending in &amp; so that more can follow. */
    public String parameters() {
        return part("agency", agency)
                + part("campaign", campaign)
                + "state=" + state.word() + "&"
                + part("step", step)
                + (search.isEmpty() ? "" : "q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&")
                + (sort == PeopleSort.NAME ? "" : "sort=" + sort.word() + "&");
    }

    private static String part(String name, @Nullable Long id) {
        return id == null ? "" : name + "=" + id + "&";
    }

    public PeopleQuestion in(long agencyId, long campaignId) {
        return new PeopleQuestion(agencyId, campaignId, state, step, search, sort);
    }

    public PeopleQuestion with(PeopleState other) {
        return new PeopleQuestion(agency, campaign, other, step, search, sort);
    }

    public PeopleQuestion with(PeopleSort other) {
        return new PeopleQuestion(agency, campaign, state, step, search, other);
    }

    public PeopleQuestion with(String otherSearch) {
        return new PeopleQuestion(agency, campaign, state, step, otherSearch, sort);
    }
}
