package vn.camket.completion;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Enrolments;
import vn.camket.campaign.Examinations;
import vn.camket.campaign.Step;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.pledge.PledgeStanding;
import vn.camket.pledge.PledgeStandings;

/** What the caller has to do, campaign by campaign, in the order in which steps open. */
@ApplicationScoped
@Transactional
public class Tasks {
    @Inject
    Enrolments enrolments;

    @Inject
    Results results;

    @Inject
    Standings standings;

    @Inject
    PledgeStandings pledges;

    @Inject
    Clock clock;

    /** The caller's campaigns that are open, the one that ends first on top. A fixed number of statements in all. */
    @Requires(Permission.TAKE_PART)
    public List<TaskList> own() {
        var own = enrolments.ownOpen();
        if (own.isEmpty()) {
            return List.of();
        }
        var read = read(own);
        return own.stream().map(enrolment -> list(enrolment, read)).toList();
    }

    /** What is read for all enrolments at once, by step: a step belongs to one campaign, and so to one enrolment. */
    private record Read(
            List<Step> steps,
            Map<Long, StepResult> results,
            Map<Long, Lessons> lessons,
            Map<Long, Examinations.Standing> quizzes,
            Map<Long, PledgeStanding> pledges,
            Map<Long, Instant> refusals,
            Map<Long, Figures> units) {}

    private Read read(List<Enrolment> own) {
        var ids = own.stream().map(Enrolment::id).toList();
        var steps = standings.steps(own);
        return new Read(
                steps,
                results.of(ids).stream().collect(toMap(StepResult::stepId, result -> result)),
                standings.lessons(ids, steps),
                standings.quizzes(ids, steps),
                pledges.of(ids).stream().collect(toMap(PledgeStanding::stepId, pledge -> pledge)),
                standings.refusals(ids),
                standings.units(own));
    }

    private TaskList list(Enrolment enrolment, Read read) {
        var today = Vietnam.today(clock);
        var steps = read.steps().stream()
                .filter(step -> step.campaign().equals(enrolment.campaign()) && step.concerns(enrolment))
                .toList();
        var states = Task.states(
                steps.stream()
                        .map(step -> read.results().containsKey(step.id()))
                        .toList(),
                enrolment.isOpen(clock.instant()));
        var tasks = IntStream.range(0, steps.size())
                .mapToObj(index -> {
                    var step = steps.get(index);
                    var result = read.results().get(step.id());
                    return new Task(
                            enrolment.id(),
                            step,
                            index + 1,
                            states.get(index),
                            result == null ? null : result.metAt(),
                            result == null ? null : result.scorePercent().orElse(null),
                            read.lessons().getOrDefault(step.id(), Lessons.NONE),
                            read.quizzes().getOrDefault(step.id(), Examinations.Standing.NONE),
                            read.pledges().get(step.id()),
                            read.refusals().get(step.id()),
                            today);
                })
                .toList();
        return new TaskList(enrolment, tasks, read.units().getOrDefault(enrolment.id(), Figures.NONE), today);
    }
}
