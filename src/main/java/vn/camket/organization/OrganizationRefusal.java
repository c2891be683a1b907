package vn.camket.organization;

import vn.camket.platform.RefusalReason;

/** Reasons to refuse a change of agencies, people and posts. */
public enum OrganizationRefusal implements RefusalReason {
    /** The name is empty. */
    NAME_MISSING,
    /** The code {0} belongs to another agency. */
    AGENCY_CODE_TAKEN,
    /** An agency cannot stand below itself or below one of its own. */
    MOVE_INTO_ITSELF,
    /** The agency stands there already. */
    MOVE_NOWHERE,
    /** The root agency cannot be moved or dissolved. */
    ROOT,
    /** {0} people still have their main post here. */
    STILL_STAFFED,
    /** Agencies still stand below it. */
    STILL_HAS_CHILDREN,
    /** The agency was dissolved. */
    DISSOLVED,
    /** No agency was chosen. */
    AGENCY_MISSING,
    /** The personnel code {0} belongs to somebody else. */
    EMPLOYEE_CODE_TAKEN,
    /** The personnel code is empty. */
    EMPLOYEE_CODE_MISSING,
    /** The position is empty. */
    POSITION_MISSING,
    /** No day was given. */
    DAY_MISSING,
    /** The day must not be before {0}, when the present post began. */
    DAY_BEFORE_POST,
    /** The day lies in the future. */
    DAY_IN_FUTURE,
    /** The person has left. */
    HAS_LEFT,
    /** The person already holds a post of this kind in that agency. */
    POST_HELD,
    /** The person already heads that agency in this way. */
    HEADSHIP_HELD,
    /** {0} heads the agency already; end that first. */
    HEAD_EXISTS,
    /** A citizen number has twelve digits. */
    NUMBER_MALFORMED,
    /** Somebody else is recorded under that citizen number. */
    NUMBER_TAKEN,
    /** Somebody else changed it meanwhile. */
    CHANGED_MEANWHILE
}
