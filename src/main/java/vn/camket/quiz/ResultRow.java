package vn.camket.quiz;

import vn.camket.campaign.Campaign;
import vn.camket.campaign.Step;

/** One of a person's attempts in the list of all. */
public record ResultRow(Attempt attempt, Step step, Campaign campaign) {}
