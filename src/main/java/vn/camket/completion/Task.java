package vn.camket.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Examinations;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepKind;
import vn.camket.pledge.PledgeEnd;
import vn.camket.pledge.PledgeStanding;

/**
 * A step as the person who has to do it sees it.
 *
 * @param number place in the person's own list, from 1; steps that do not concern the person are not counted
 * @param metAt when it was met; null before
 * @param scorePercent 0 to 100; null without a quiz
 * @param pledge how far the pledge of the step is; null before it is signed and for modules
 * @param refusedAt when the person declared not to sign the pledge, as long as that stands
 * @param today day in Vietnam on which the list is read
 */
public record Task(
        long enrolmentId,
        Step step,
        int number,
        State state,
        @Nullable Instant metAt,
        @Nullable Integer scorePercent,
        Lessons lessons,
        Examinations.Standing quiz,
        @Nullable PledgeStanding pledge,
        @Nullable Instant refusedAt,
        LocalDate today) {

    /** Where a step stands in its list: at most one is NOW. */
    public enum State {
        DONE,
        NOW,
        LOCKED
    }

    /** What the button of the step at hand does. */
    public enum Action {
        BEGIN_LESSONS,
        CONTINUE_LESSON,
        TAKE_QUIZ,
        CONTINUE_QUIZ,
        RETAKE_QUIZ,
        SIGN,
        SIGN_AGAIN
    }

    /**
     * States of steps in order: the first that is not met is at hand, those after it are locked.
     *
     * @param running whether acts count today; if not, everything open is locked
     */
    static List<State> states(List<Boolean> met, boolean running) {
        var states = new ArrayList<State>();
        for (var isMet : met) {
            if (isMet) {
                states.add(State.DONE);
            } else {
                states.add(running && !states.contains(State.NOW) ? State.NOW : State.LOCKED);
            }
        }
        return states;
    }

    public boolean isDone() {
        return state == State.DONE;
    }

    public boolean isNow() {
        return state == State.NOW;
    }

    public boolean isLocked() {
        return state == State.LOCKED;
    }

    public boolean isModule() {
        return step.kind() == StepKind.MODULE;
    }

    /** Whether the person has declared not to sign: not done, but no longer owed. */
    public boolean isRefused() {
        return !isDone() && refusedAt != null;
    }

    /** Whether the person has done anything on it. */
    public boolean isBegun() {
        return lessons.begun() || (quiz != Examinations.Standing.NONE && quiz != Examinations.Standing.NOT_STARTED);
    }

    public boolean isQuizAsked() {
        return isModule() && quiz != Examinations.Standing.NONE;
    }

    public Action action() {
        if (step.kind() == StepKind.PLEDGE) {
            return ended() == null ? Action.SIGN : Action.SIGN_AGAIN;
        }
        if (!lessons.isFinished()) {
            return lessons.next() == null ? Action.BEGIN_LESSONS : Action.CONTINUE_LESSON;
        }
        return switch (quiz) {
            case NONE, PASSED -> Action.BEGIN_LESSONS;
            case NOT_STARTED -> Action.TAKE_QUIZ;
            case IN_PROGRESS -> Action.CONTINUE_QUIZ;
            case NOT_PASSED -> Action.RETAKE_QUIZ;
        };
    }

    /** Where the button leads. */
    public String address() {
        return switch (action()) {
            case BEGIN_LESSONS -> at("/training/module.xhtml");
            case CONTINUE_LESSON -> at("/training/lesson.xhtml") + "&lesson=" + lessons.next();
            case TAKE_QUIZ, CONTINUE_QUIZ, RETAKE_QUIZ -> at("/quiz/start.xhtml");
            case SIGN, SIGN_AGAIN -> signAddress();
        };
    }

    /** Lookup code of the pledge that stands. */
    public @Nullable String receipt() {
        return pledge == null || pledge.end() != null ? null : pledge.code();
    }

    /** What ended the signature that met the step before. */
    public @Nullable PledgeEnd ended() {
        return pledge == null ? null : pledge.end();
    }

    /** Where the pledge is read and signed. */
    public String signAddress() {
        return at("/pledge/sign.xhtml");
    }

    /** Where a finished step can be seen again. */
    public String reviewAddress() {
        if (receipt() != null) {
            return "/pledge/receipt.xhtml?code=" + receipt();
        }
        return isModule() ? at("/training/module.xhtml") : "/pledge/mine.xhtml";
    }

    private String at(String page) {
        return page + "?enrolment=" + enrolmentId + "&step=" + step.id();
    }

    /** Days left until the due day; negative when overdue. */
    public long daysLeft() {
        return new Due(step.dueOn()).daysLeft(today);
    }

    /** Days since the due day. */
    public long daysOver() {
        return -daysLeft();
    }

    public boolean isOverdue() {
        return !isDone() && !isRefused() && daysLeft() < 0;
    }

    /** Whether it is time to say how many days are left. */
    public boolean isDueSoon() {
        return !isDone() && !isRefused() && daysLeft() >= 0 && daysLeft() <= 7;
    }
}
