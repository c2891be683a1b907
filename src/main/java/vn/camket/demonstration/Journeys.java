package vn.camket.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.StepKind;
import vn.camket.organization.PersonName;
import vn.camket.platform.Rows;
import vn.camket.platform.Vietnam;

/** Enrols everybody in a round and writes what each has done in it, with all counters. */
final class Journeys {
    private final Connection connection;
    private final Round round;
    private final Pace pace;
    private final Diary diary;
    private final Tally tally;
    private final boolean withStudies;
    private final Map<Long, Long> papers;
    private final Map<Long, List<Long>> lessons;
    private final Rows.Table enrolments;
    private final Rows.Table begun;
    private final Rows.Table results;
    private final Rows.Table studies;
    private final Rows.Table progress;
    private final Rows.Table attempts;
    private final Signatures signatures;

    private Journeys(Connection connection, Rows rows, Round round, Pace pace, boolean withStudies)
            throws SQLException {
        this.connection = connection;
        this.round = round;
        this.pace = pace;
        this.diary = new Diary(pace.chance(), round.opensOn());
        this.tally = new Tally(round);
        this.withStudies = withStudies;
        papers = papers();
        lessons = lessons();
        enrolments = rows.into(
                "enrolment",
                "id",
                "campaign_id",
                "employee_id",
                "agency_id",
                "name_key",
                "leader",
                "policy_maker",
                "due_on",
                "state",
                "enrolled_at",
                "started_at",
                "completed_at",
                "completed_agency_id");
        begun = rows.into("step_begun", "enrolment_id", "step_id", "begun_at");
        results = rows.into("step_result", "enrolment_id", "step_id", "met_at", "cause", "agency_id", "score_percent");
        studies = rows.into("study", "id", "enrolment_id", "step_id", "module_version_id", "begun_at", "finished_at");
        progress = rows.into(
                "lesson_progress", "study_id", "lesson_id", "sequence", "position", "seconds", "saved_at", "done_at");
        attempts = rows.into(
                "attempt",
                "enrolment_id",
                "step_id",
                "paper_id",
                "number",
                "seed",
                "started_at",
                "deadline_at",
                "submitted_at",
                "submitted_by",
                "score",
                "max_score",
                "passed");
        signatures = new Signatures(connection, rows, round);
    }

    /** @param withStudies whether lessons and attempts are written too, not only what was met and signed */
    static void write(Connection connection, Round round, List<Person> people, Pace pace, boolean withStudies)
            throws SQLException {
        try (var rows = new Rows(connection)) {
            var journeys = new Journeys(connection, rows, round, pace, withStudies);
            for (var person : people) {
                var then = person.on(round.opensOn());
                if (then != null) {
                    journeys.walk(then);
                }
            }
            journeys.signatures.write();
            journeys.tally.write(rows);
            rows.flush();
            if (withStudies) {
                new Answers(connection, round).write();
            }
        }
    }

    private void walk(Person person) throws SQLException {
        var steps = round.stepsOf(person);
        var plan = pace.plan(person, steps.size());
        var visits = diary.visits(steps, plan);
        var agency = person.unit().id();
        var startedAt = visits.isEmpty() ? null : visits.get(0).begunAt();
        var completedAt =
                plan.met() == steps.size() ? visits.get(visits.size() - 1).metAt() : null;
        var enrolment = enrolments.nextId();
        enrolments.add(
                enrolment,
                round.id(),
                person.id(),
                agency,
                PersonName.sortKey(person.name()),
                person.leader(),
                person.policyMaker(),
                round.lastDue(),
                Enrolment.State.ACTIVE,
                round.openedAt(),
                startedAt,
                completedAt,
                completedAt == null ? null : agency);
        tally.require(person);
        if (startedAt != null) {
            tally.start(person, Tally.WHOLE, Vietnam.day(startedAt));
        }
        if (completedAt != null) {
            tally.finish(person, Tally.WHOLE, Vietnam.day(completedAt), round.lastDue());
        }
        for (var visit : visits) {
            visit(person, enrolment, visit);
        }
        if (completedAt != null) {
            signatures.add(person, enrolment, visits);
        } else if (withStudies
                && person.course() == null
                && !person.leader()
                && plan.met() == steps.size() - 1
                && visits.size() == plan.met()) {
            signatures.mayRefuse(person, enrolment, visits);
        }
    }

    private void visit(Person person, long enrolment, Visit visit) throws SQLException {
        var step = visit.step();
        begun.add(enrolment, step.id(), visit.begunAt());
        tally.start(person, step.id(), Vietnam.day(visit.begunAt()));
        if (step.kind() == StepKind.MODULE && withStudies) {
            study(enrolment, visit);
        }
        var metAt = visit.metAt();
        if (metAt != null) {
            results.add(
                    enrolment,
                    step.id(),
                    metAt,
                    step.kind() == StepKind.PLEDGE ? "PLEDGE" : "QUIZ",
                    person.unit().id(),
                    visit.score().map(score -> score * 10).orElse(null));
            tally.finish(person, step.id(), Vietnam.day(metAt), step.dueOn());
        }
    }

    private void study(long enrolment, Visit visit) throws SQLException {
        var step = visit.step();
        var study = studies.nextId();
        studies.add(study, enrolment, step.id(), step.version(), visit.begunAt(), visit.studiedAt());
        if (visit.studiedAt() == null) {
            someLessons(study, visit);
        }
        var number = 0;
        for (var sitting : visit.sittings()) {
            attempts.add(
                    enrolment,
                    step.id(),
                    papers.get(step.subject()),
                    ++number,
                    pace.chance().nextInt(1_000_000),
                    sitting.startedAt(),
                    sitting.startedAt().plusSeconds(Round.QUIZ_MINUTES * 60),
                    sitting.submittedAt(),
                    "PERSON",
                    sitting.score(),
                    Answers.QUESTIONS,
                    sitting.isPassed());
        }
    }

    /** The lessons done and the one left in the middle; those of finished studies are written set by set. */
    private void someLessons(long study, Visit visit) throws SQLException {
        var ids = Objects.requireNonNull(lessons.get(visit.step().version()));
        var at = visit.begunAt();
        for (var index = 0; index <= visit.lessons(); index++) {
            var done = index < visit.lessons();
            var seconds = done ? 400 + pace.chance().nextInt(300) : 150;
            at = at.plusSeconds(seconds + 30);
            progress.add(study, ids.get(index), done ? 6 : 2, done ? 1000 : 450, seconds, at, doneAt(done, at));
        }
    }

    private static @Nullable Instant doneAt(boolean done, Instant at) {
        return done ? at : null;
    }

    private Map<Long, Long> papers() throws SQLException {
        var found = new HashMap<Long, Long>();
        try (var query = connection.createStatement();
                var result = query.executeQuery("select module_id, id from paper where published_at is not null")) {
            while (result.next()) {
                found.put(result.getLong(1), result.getLong(2));
            }
        }
        return found;
    }

    private Map<Long, List<Long>> lessons() throws SQLException {
        var found = new HashMap<Long, List<Long>>();
        try (var query = connection.createStatement();
                var result = query.executeQuery("select module_version_id, id from lesson order by position")) {
            while (result.next()) {
                found.computeIfAbsent(result.getLong(1), key -> new ArrayList<>())
                        .add(result.getLong(2));
            }
        }
        return found;
    }
}
