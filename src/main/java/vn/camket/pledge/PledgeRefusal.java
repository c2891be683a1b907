package vn.camket.pledge;

import vn.camket.platform.RefusalReason;

/** Reasons not to sign, not to confirm, not to hand out. */
public enum PledgeRefusal implements RefusalReason {
    /** {0} earlier steps are not met yet. */
    STEPS_MISSING,
    /** The enrolment is not open: the campaign has closed (last day {0}), has not begun, or the person is exempt. */
    CAMPAIGN_CLOSED,
    /** Signed before; {0} is the code of its receipt. */
    ALREADY_SIGNED,
    /** The person has refused to sign before, and the refusal stands. */
    ALREADY_REFUSED,
    /** A refusal without its reason (field {0}). */
    REASON_MISSING,
    /** More than {0} commitments of the library, or more than {1} in own words. */
    COMMITMENTS_TOO_MANY,
    /** A commitment that was picked is not offered (any more). */
    COMMITMENT_GONE,
    /** The library has these words already (field {0}). */
    COMMITMENT_KNOWN,
    /** Someone else changed the commitment after this form was opened. */
    COMMITMENT_CHANGED,
    /** The step asks for at least one personal commitment. */
    COMMITMENTS_MISSING,
    /** The paper that was shown had other commitments than those that were sent. */
    COMMITMENTS_NOT_SHOWN,
    /** The box beside the consent sentence is empty. */
    CONSENT_MISSING,
    /** The letters {0} stand in name, post or text, but no paper can print them. */
    LETTERS_UNPRINTABLE,
    /** The record waits for its passkey no more: five minutes are over, or the assertion is not for it. */
    PASSKEY_EXPIRED,
    /** A part of the passkey's answer has {0} bytes, {1} fit. */
    ASSERTION_TOO_LONG,
    /** Since the record was laid before the passkey, text or particulars have changed. */
    CONTENT_CHANGED,
    /** No pledge was chosen for confirmation. */
    NOTHING_CHOSEN,
    /** A reason has fewer than {0} characters; {1} fit. */
    REASON_SHORT,
    /** A reason has {0} characters, {1} fit. */
    REASON_LONG,
    /** A reason holds characters that cannot be seen or printed. */
    REASON_INVISIBLE,
    /** {0} of the chosen pledges could not be signed again: their campaign takes no pledges of these people now. */
    CANNOT_RETURN,
    /** The pledge was withdrawn, returned or superseded before. */
    PLEDGE_ENDED,
    /** No request to withdraw was chosen. */
    NO_REQUEST_CHOSEN,
    /** The head has rated the year, or the pledge has ended: nothing is added to its thread any more. */
    THREAD_CLOSED,
    /** The thread has changed since the page was opened. */
    THREAD_CHANGED,
    /** This self-rating is not open. */
    ROUND_CLOSED,
    /** {0} entries with their corrections; no more are taken. */
    ENTRIES_TOO_MANY,
    /** An entry has no day, or what was typed is none (field {0}). */
    ENTRY_DAY_MISSING,
    /** The day of an entry (field {0}) is not between {1} and {2}. */
    ENTRY_DAY_OUTSIDE,
    /** A commitment is not rated (field {0}). */
    GRADE_MISSING,
    /** A commitment that was not fully met has no reason (field {0}). */
    GRADE_REASON_MISSING,
    /** The year-end self-rating is still to come, or is neither made nor over. */
    NOT_RATABLE,
    /** The stored PDF is missing or no longer the one that was issued. */
    PDF_DAMAGED,
    /** The signature has been ended: only one that stands is signed with a certificate. */
    NOT_IN_FORCE,
    /** A copy signed with a certificate was accepted before. */
    SIGNED_BY_CERTIFICATE_ALREADY,
    /** {0} signed copies of this pledge were sent; no more are taken. */
    UPLOADS_TOO_MANY,
    /** Field {0} of a pledge text is empty. */
    TEXT_MISSING,
    /** Field {0} has {1} characters, {2} fit. */
    TEXT_TOO_LONG,
    /** Field {0} holds characters that cannot be seen or printed. */
    TEXT_INVISIBLE,
    /** No clause binds everybody. */
    CLAUSES_MISSING,
    /** More than {1} clauses. */
    CLAUSES_TOO_MANY,
    /** Someone else stored or published the text after this form was opened. */
    CHANGED_MEANWHILE,
    /** The text is not a draft (any more). */
    NOT_A_DRAFT,
    /** The draft has the same words as the number before. */
    NOTHING_CHANGED,
    /** A new number is published without saying what it changes (field {0}). */
    CHANGE_UNTOLD,
    /** Only a number with other promises asks to be signed again (field {0}). */
    AGAIN_WITHOUT_CHANGE
}
