package vn.camket.training;

import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/**
 * A module in a person's list.
 *
 * @param lessons 0 while nothing is published
 * @param open whether studying counts today
 */
public record ModuleCard(
        Enrolment enrolment, Step step, ModuleState state, long done, long lessons, long minutes, boolean open) {}
