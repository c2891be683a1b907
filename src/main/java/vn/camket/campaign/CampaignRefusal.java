package vn.camket.campaign;

import vn.camket.platform.RefusalReason;

/** Reasons to refuse a change of a campaign. */
public enum CampaignRefusal implements RefusalReason {
    /** Steps, audience and particulars are frozen once the campaign was opened or is being opened. */
    FROZEN,
    /** Somebody else changed the campaign meanwhile. */
    CHANGED_MEANWHILE,
    /** The last day {1} is before the first day {0}. */
    PERIOD_REVERSED,
    /** The phase {0} ends before it starts. */
    PHASE_REVERSED,
    /** The phase {0} is not within {1} to {2}. */
    PHASE_OUTSIDE,
    /** The phase in row {0} lacks a name or a day. */
    PHASE_INCOMPLETE,
    /** The campaign's owner does not stand above this agency. */
    AUDIENCE_OUTSIDE,
    /** The same agency is already in the audience with the same people. */
    AUDIENCE_TWICE,
    /** No agency is chosen. */
    AGENCY_MISSING,
    /** The step {0} is due on {1}, outside {2} to {3}. */
    DUE_OUTSIDE,
    /** The step {0} has no due day. */
    DUE_MISSING,
    /** {0} is already a step. */
    STEP_TWICE,
    /** Nothing was chosen to add. */
    SUBJECT_MISSING,
    /** A campaign needs a step. */
    NO_STEPS,
    /** A campaign needs an audience. */
    NO_AUDIENCE,
    /** The audience has nobody in it today. */
    NOBODY,
    /** The last day {0} is over. */
    OVER,
    /** The campaign is not open. */
    NOT_OPEN,
    /** The self-rating at mid-year ({0}) would not be over when the one at year-end opens ({1}). */
    MID_YEAR_LATE,
    /** A self-rating is over ({0}) before the campaign opens ({1}). */
    RATING_EARLY,
    /** A reason is needed. */
    REASON_MISSING,
    /** Days can be put off, not brought forward: {0} was {1}. */
    BROUGHT_FORWARD,
    /** Nothing was changed. */
    NOTHING_CHANGED
}
