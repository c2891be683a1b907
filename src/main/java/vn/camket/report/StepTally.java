package vn.camket.report;

import vn.camket.campaign.Step;

/** One step of the campaign with its numbers over an agency and all below it. */
public record StepTally(Step step, Tally tally) {}
