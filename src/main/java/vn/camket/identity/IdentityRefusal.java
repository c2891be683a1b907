package vn.camket.identity;

import vn.camket.platform.RefusalReason;

/** Reasons to refuse a sign-in or a change of an account. */
public enum IdentityRefusal implements RefusalReason {
    /** Name or password wrong, account disabled, or no such account: told apart by nobody. */
    WRONG_CREDENTIALS,
    /** Too many failures; {0} minutes to wait. */
    BLOCKED,
    /** Too many sign-ins at this moment. */
    BUSY,
    /** The password is shorter than {0} characters. */
    PASSWORD_TOO_SHORT,
    /** The password is among those that are guessed first, or contains the user name. */
    PASSWORD_TOO_COMMON,
    /** The password is longer than {0} characters. */
    PASSWORD_TOO_LONG,
    /** The two new passwords differ. */
    PASSWORDS_DIFFER,
    /** The new password is the current one. */
    PASSWORD_UNCHANGED,
    /** The current password is wrong. */
    CURRENT_PASSWORD_WRONG,
    /** The account asks for a code and none was typed. */
    CODE_MISSING,
    /** The code is wrong, too old, or was used before. */
    CODE_WRONG,
    /** The password was proved more than five minutes ago, or the account has changed since. */
    SIGN_IN_EXPIRED,
    /** The account asks for a code already. */
    TOTP_ALREADY_SET,
    /** The account asks for no code (any more). */
    TOTP_NOT_SET,
    /** The set-up of the code was begun too long ago. */
    TOTP_DRAFT_EXPIRED,
    /** One's own code is given up on the page of one's own security. */
    OWN_CODE,
    /** What the browser answered does not fit what was asked, or comes too late. */
    PASSKEY_WRONG,
    /** The key was removed, or is not this person's. */
    PASSKEY_UNKNOWN,
    /** The key was added before: to another account, or to this one and removed. */
    PASSKEY_TAKEN,
    /** The link was used, has expired, or never was. */
    LINK_INVALID,
    /** The user name {0} is taken. */
    USER_NAME_TAKEN,
    /** User names have 3 to 100 letters, digits, dots, hyphens or underscores. */
    USER_NAME_MALFORMED,
    /** The last system administrator cannot be disabled or lose the role. */
    LAST_ADMINISTRATOR,
    /** The person already has an account. */
    ALREADY_HAS_ACCOUNT,
    /** The role is already granted for this agency. */
    ALREADY_GRANTED,
    /** The account holds a role or heads an agency outside the caller's scope. */
    OUT_OF_REACH,
    /** No agency was chosen. */
    AGENCY_MISSING,
    /** Somebody else changed the account meanwhile. */
    CHANGED_MEANWHILE
}
