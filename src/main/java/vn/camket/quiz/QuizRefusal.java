package vn.camket.quiz;

import vn.camket.platform.RefusalReason;

/** Reasons to refuse an attempt, an answer or a change of a paper. */
public enum QuizRefusal implements RefusalReason {
    /** The campaign counts nothing any more, or not yet; {0} its closing day. */
    CAMPAIGN_CLOSED,
    /** The lessons of the module are not finished. */
    STUDY_UNFINISHED,
    ALREADY_PASSED,
    /** All {0} attempts are used. */
    NO_ATTEMPTS_LEFT,
    /** The next attempt may start at {0}. */
    TOO_SOON,
    /** The module has no published paper. */
    NO_PAPER,
    /** The attempt was submitted, or its time is over. */
    ATTEMPT_ENDED,
    PROMPT_MISSING,
    EXPLANATION_MISSING,
    TOO_FEW_OPTIONS,
    /** Option {0} repeats an earlier one. */
    OPTION_TWICE,
    NO_RIGHT_OPTION,
    TOO_MANY_RIGHT,
    /** A paper without questions cannot be published. */
    PAPER_EMPTY,
    /** Question {0} of the paper cannot be asked: fewer than two options, or none right. */
    QUESTION_UNFIT,
    /** A number is not between {0} and {1}. */
    NUMBER_OUT_OF_RANGE,
    /** A text is longer than {0} characters. */
    TEXT_TOO_LONG,
    /** A published paper never changes. */
    PAPER_PUBLISHED,
    /** Somebody else changed the paper or question meanwhile. */
    CHANGED_MEANWHILE
}
