package vn.camket.platform.access;

/** What a boundary method can ask of its caller. Which role holds which is written in the identity room. */
public enum Permission {
    /** Study, be examined, sign: on one's own enrolment only. */
    TAKE_PART,
    /** See completion figures and names of an agency and below. */
    SEE_COMPLETION,
    /** Confirm the pledges of one's agency and below. */
    CONFIRM_PLEDGES,
    /** Write, preview and publish modules and quizzes. */
    WRITE_MODULES,
    /** Create, open and close campaigns for an agency and below. */
    PLAN_CAMPAIGNS,
    /** Change agencies, people and posts of an agency and below. */
    MANAGE_ORGANIZATION,
    /** Change accounts and roles of an agency and below. */
    MANAGE_ACCOUNTS,
    /** Watch over the ledger of evidence and renew its keys, for the installation as a whole. */
    KEEP_LEDGER
}
