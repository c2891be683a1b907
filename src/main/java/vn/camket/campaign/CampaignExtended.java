package vn.camket.campaign;

/** Fact: the days of an open campaign were put off; lateness is measured anew. */
public record CampaignExtended(long campaignId) {}
