package vn.camket.campaign;

/** A campaign in the list of those one may plan. */
public record CampaignRow(Campaign campaign, Turnout.Share share) {}
