package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Enrolments;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepBegun;
import vn.camket.campaign.StepKind;
import vn.camket.campaign.Studies;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** Taking a quiz: beginning, answering, submitting, looking back. Always one's own. */
@ApplicationScoped
@Transactional
@Requires(Permission.TAKE_PART)
public class QuizTaking {
    /** Beyond this a browser's numbers are no longer exact. */
    private static final long HIGHEST_SEQUENCE = 1L << 52;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Attempts attempts;

    @Inject
    Papers papers;

    @Inject
    Submission submission;

    @Inject
    Enrolments enrolments;

    @Inject
    Studies studies;

    @Inject
    Event<StepBegun> facts;

    @Inject
    Clock clock;

    /**
     * What awaits in the quiz of a step.
     *
     * @throws NotFound if the enrolment is not the caller's or the step is no module of its campaign
     */
    public Prospect prospect(long enrolmentId, long stepId) {
        var enrolment = enrolments.own(enrolmentId);
        return prospect(enrolment, step(enrolment, stepId));
    }

    /**
     * Begins an attempt, or finds the one that is open: a second click leads to the same.
     *
     * @return id of the attempt
     * @throws NotFound as {@link #prospect(long, long)}
     * @throws Refusal CAMPAIGN_CLOSED, STUDY_UNFINISHED, ALREADY_PASSED, NO_ATTEMPTS_LEFT, TOO_SOON, NO_PAPER
     */
    public long begin(long enrolmentId, long stepId) {
        var enrolment = enrolments.own(enrolmentId);
        var step = step(enrolment, stepId);
        endOverdue(attempts.of(enrolmentId, stepId));
        attempts.lockEnrolment(enrolmentId);
        var prospect = prospect(enrolment, step, attempts.of(enrolmentId, stepId));
        var open = prospect.open();
        if (open.isPresent()) {
            return open.get().id();
        }
        if (prospect.obstacle() != null) {
            throw prospect.obstacle();
        }
        return add(prospect).id();
    }

    private Attempt add(Prospect prospect) {
        var paper = Optional.ofNullable(prospect.paper()).orElseThrow(NotFound::new);
        var enrolment = prospect.enrolment();
        var questions = papers.questions(paper);
        var number = prospect.attempts().size() + 1;
        var seed = RANDOM.nextLong();
        var attempt = new Attempt(
                enrolment.id(),
                prospect.step().id(),
                paper,
                number,
                seed,
                questions.size(),
                clock.instant(),
                Vietnam.end(enrolment.campaign().closesOn()));
        attempts.add(attempt);
        for (var slot = 1; slot <= questions.size(); slot++) {
            var question = questions.get(slot - 1);
            var positions =
                    question.options().stream().map(QuestionOption::position).toList();
            attempts.addSlot(
                    attempt, slot, question.id(), OptionOrder.shuffled(seed, slot, question.kind(), positions));
        }
        if (number == 1) {
            facts.fire(new StepBegun(enrolment.id(), prospect.step().id()));
        }
        return attempt;
    }

    /** The caller's open attempt, the latest; for whoever comes back without its address. */
    public Optional<Long> open() {
        return attempts.ownOpen();
    }

    /**
     * An attempt with its slots; one whose time is over, or whose campaign was closed, is submitted first.
     *
     * @throws NotFound if it is not the caller's
     */
    public Sitting sitting(long attemptId) {
        var attempt = attempts.own(attemptId);
        var enrolment = enrolments.own(attempt.enrolmentId());
        var closed = !attempt.isSubmitted() && enrolment.campaign().closedAt().isPresent();
        if (closed || attempt.isOverdue(clock.instant())) {
            submission.endUnsubmitted(attemptId);
            attempts.refresh(attempt);
        }
        return new Sitting(attempt, enrolment, step(enrolment, attempt.stepId()), attempts.slots(attemptId));
    }

    /** The question of a slot, as its author ordered the options; whoever shows it leaves out the key. */
    public QuestionVersion question(SlotState slot) {
        return papers.byId(slot.questionVersionId());
    }

    /** All questions of an attempt, slot by slot. */
    public List<QuestionVersion> questions(Sitting sitting) {
        var found =
                papers
                        .byIds(sitting.slots().stream()
                                .map(SlotState::questionVersionId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(QuestionVersion::id, Function.identity()));
        return sitting.slots().stream()
                .map(slot ->
                        Optional.ofNullable(found.get(slot.questionVersionId())).orElseThrow())
                .toList();
    }

    /**
     * Saves an answer. Of several with different sequences the highest counts; the same one again changes nothing.
     *
     * @param shown chosen options as numbered on the screen, from 1; none clears the answer
     * @param sequence rising with every act of the person in this attempt
     * @throws NotFound if the attempt is not the caller's, or there is no such slot or option
     * @throws Refusal ATTEMPT_ENDED when it was submitted, or its deadline is more than ten seconds ago; CAMPAIGN_CLOSED
     */
    public SavedAnswer answer(long attemptId, int slot, Collection<Integer> shown, long sequence) {
        if (sequence < 1 || sequence > HIGHEST_SEQUENCE) {
            throw new NotFound();
        }
        return save(attemptId, slot, shown, sequence);
    }

    /**
     * Saves the answer of a form, after everything saved so far.
     *
     * @param after sequence of the last act the form knows of
     */
    public SavedAnswer answerNext(long attemptId, int slot, Collection<Integer> shown, long after) {
        return save(attemptId, slot, shown, -Math.max(after, 0));
    }

    /** @param wished positive: this very sequence; otherwise any after its opposite */
    private SavedAnswer save(long attemptId, int slot, Collection<Integer> shown, long wished) {
        var attempt = attempts.ownLocked(attemptId);
        var now = clock.instant();
        var slots = attempts.slots(attemptId);
        var state =
                slots.stream().filter(each -> each.slot() == slot).findFirst().orElseThrow(NotFound::new);
        var answered = (int) slots.stream().filter(SlotState::isAnswered).count();
        var sequence = wished > 0
                ? wished
                : Math.max(now.toEpochMilli(), Math.max(Math.min(-wished, HIGHEST_SEQUENCE), state.sequence()) + 1);
        if (sequence <= state.sequence() && state.savedAt() != null) {
            return new SavedAnswer(state.savedAt(), answered, state.sequence());
        }
        if (!attempt.accepts(now)) {
            throw QuizRefusal.ATTEMPT_ENDED.with();
        }
        attempts.closed(attempt).ifPresent(lastDay -> {
            throw QuizRefusal.CAMPAIGN_CLOSED.with(lastDay);
        });
        var response = state.order().response(shown);
        attempts.answer(attemptId, slot, sequence, response, now);
        var more = (response.isEmpty() ? 0 : 1) - (state.isAnswered() ? 1 : 0);
        return new SavedAnswer(now, answered + more, sequence);
    }

    /** Marks a slot for another look, or unmarks it. @throws Refusal ATTEMPT_ENDED */
    public void flag(long attemptId, int slot, boolean flagged) {
        var attempt = attempts.ownLocked(attemptId);
        if (!attempt.accepts(clock.instant())) {
            throw QuizRefusal.ATTEMPT_ENDED.with();
        }
        attempts.flag(attemptId, slot, flagged);
    }

    /**
     * Submits an attempt and marks it. Again, or after its deadline, it changes nothing: the first submission counts.
     *
     * @throws NotFound if it is not the caller's
     */
    public void submit(long attemptId) {
        submission.end(attempts.ownLocked(attemptId), clock.instant());
    }

    /**
     * A submitted attempt, question by question.
     *
     * @return empty while the attempt is open
     * @throws NotFound if it is not the caller's
     */
    public Optional<Outcome> outcome(long attemptId) {
        var sitting = sitting(attemptId);
        if (!sitting.attempt().isSubmitted()) {
            return Optional.empty();
        }
        var questions = questions(sitting);
        var reviewed = sitting.slots().stream()
                .map(slot -> {
                    var question = questions.get(slot.slot() - 1);
                    return new Outcome.Reviewed(slot, question, Submission.isRight(slot, question.key()));
                })
                .toList();
        return Optional.of(new Outcome(sitting, prospect(sitting.enrolment(), sitting.step()), reviewed));
    }

    public long countResults() {
        return attempts.countOwn();
    }

    /** The caller's attempts in all campaigns, the latest first. */
    public List<ResultRow> results(int offset, int rows) {
        return attempts.ownPage(offset, rows);
    }

    private Step step(Enrolment enrolment, long stepId) {
        var step = enrolments.step(enrolment, stepId);
        if (step.kind() != StepKind.MODULE) {
            throw new NotFound();
        }
        return step;
    }

    private Prospect prospect(Enrolment enrolment, Step step) {
        var made = attempts.of(enrolment.id(), step.id());
        if (endOverdue(made)) {
            made.forEach(attempts::refresh);
        }
        return prospect(enrolment, step, made);
    }

    private Prospect prospect(Enrolment enrolment, Step step, List<Attempt> made) {
        var paper = papers.current(step.subjectId()).orElse(null);
        return new Prospect(
                enrolment,
                step,
                paper,
                paper == null ? 0 : papers.count(paper),
                made,
                obstacle(enrolment, step, made, paper));
    }

    private boolean endOverdue(List<Attempt> made) {
        var overdue = made.stream()
                .filter(attempt -> attempt.isOverdue(clock.instant()))
                .toList();
        overdue.forEach(attempt -> submission.endOverdue(attempt.id()));
        return !overdue.isEmpty();
    }

    private @Nullable Refusal obstacle(Enrolment enrolment, Step step, List<Attempt> made, @Nullable Paper paper) {
        if (paper == null) {
            return QuizRefusal.NO_PAPER.with();
        }
        if (made.stream().anyMatch(Attempt::isPassed)) {
            return QuizRefusal.ALREADY_PASSED.with();
        }
        if (!enrolment.isOpen(clock.instant())) {
            return QuizRefusal.CAMPAIGN_CLOSED.with(enrolment.campaign().closesOn());
        }
        if (!studies.isFinished(enrolment.id(), step.id())) {
            return QuizRefusal.STUDY_UNFINISHED.with();
        }
        var allowed = paper.attemptsAllowed();
        if (allowed.isPresent() && made.size() >= allowed.get()) {
            return QuizRefusal.NO_ATTEMPTS_LEFT.with(allowed.get());
        }
        if (made.isEmpty()) {
            return null;
        }
        var again = made.get(made.size() - 1)
                .submittedAt()
                .map(ended -> ended.plus(paper.pause()))
                .filter(clock.instant()::isBefore);
        return again.map(QuizRefusal.TOO_SOON::with).orElse(null);
    }
}
