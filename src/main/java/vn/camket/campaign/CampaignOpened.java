package vn.camket.campaign;

/** Fact: a campaign's audience is enrolled and its steps are frozen; completion counts from here. */
public record CampaignOpened(long campaignId) {}
