package vn.camket.completion;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Examinations.Standing;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepKind;
import vn.camket.platform.Recent;

/**
 * Where a person stands in the rooms below, read for all steps of all open campaigns at once. Native SQL: a read model
 * over the tables of training and quiz, whose entities stay in their rooms.
 */
@ApplicationScoped
class Standings {
    private static final int KEPT = 1_000;

    /** Of a module as it is published now. @param examined whether it has a published quiz */
    private record PublishedModule(Lessons lessons, boolean examined) {
        static final PublishedModule NONE = new PublishedModule(Lessons.NONE, false);
    }

    /** The same for everybody who has the same modules before them, so it may be a little old. */
    private final Recent<List<Long>, Map<Long, PublishedModule>> published = new Recent<>(Duration.ofSeconds(30), KEPT);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    List<Step> steps(List<Enrolment> enrolments) {
        return entities.createQuery(
                        "select s from Step s where s.campaign in :campaigns order by s.campaign.id, s.position",
                        Step.class)
                .setParameter(
                        "campaigns",
                        enrolments.stream().map(Enrolment::campaign).toList())
                .getResultList();
    }

    /** Lessons by step: of the version a begun study is pinned to, otherwise of the version published last. */
    Map<Long, Lessons> lessons(List<Long> enrolmentIds, List<Step> steps) {
        var lessons = new HashMap<Long, Lessons>();
        published(steps).forEach((step, module) -> lessons.put(step, module.lessons()));
        lessons.putAll(begun(enrolmentIds));
        return lessons;
    }

    /** What is published of the module of each step. */
    private Map<Long, PublishedModule> published(List<Step> steps) {
        var modules = modules(steps);
        if (modules.isEmpty()) {
            return Map.of();
        }
        var found = published.get(modules, clock, () -> modulesOf(modules));
        return steps.stream()
                .filter(step -> step.kind() == StepKind.MODULE)
                .collect(toMap(Step::id, step -> found.getOrDefault(step.subjectId(), PublishedModule.NONE)));
    }

    private static List<Long> modules(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.kind() == StepKind.MODULE)
                .map(Step::subjectId)
                .distinct()
                .toList();
    }

    private Map<Long, PublishedModule> modulesOf(List<Long> modules) {
        return rows(
                        """
                        select v.module_id, count(l.id), coalesce(sum(l.minutes), 0), (
                          select count(*) from paper q where q.module_id = v.module_id and q.published_at is not null)
                        from module_version v left join lesson l on l.module_version_id = v.id
                        where v.module_id in (%s) and v.number = (
                          select max(p.number) from module_version p
                          where p.module_id = v.module_id and p.published_at is not null)
                        group by v.module_id
                        """,
                        modules)
                .stream()
                .collect(toMap(
                        row -> number(row[0]),
                        row -> new PublishedModule(
                                Lessons.untouched((int) number(row[1]), (int) number(row[2])), number(row[3]) > 0)));
    }

    private Map<Long, Lessons> begun(List<Long> enrolmentIds) {
        var begun = new HashMap<Long, Lessons>();
        for (var row : rows(
                """
                select s.step_id, l.id, l.position, l.minutes, case when p.done_at is null then 0 else 1 end
                from study s join lesson l on l.module_version_id = s.module_version_id
                left join lesson_progress p on p.study_id = s.id and p.lesson_id = l.id
                where s.enrolment_id in (%s)
                order by s.step_id, l.position
                """,
                enrolmentIds)) {
            begun.merge(
                    number(row[0]),
                    Lessons.NONE.with(number(row[1]), (int) number(row[2]), (int) number(row[3]), number(row[4]) == 1),
                    (before, one) -> before.with(
                            number(row[1]), (int) number(row[2]), (int) number(row[3]), number(row[4]) == 1));
        }
        return begun;
    }

    /** Quiz by step; a module without a published quiz and without attempts is not here. */
    Map<Long, Standing> quizzes(List<Long> enrolmentIds, List<Step> steps) {
        var quizzes = new HashMap<Long, Standing>();
        published(steps).forEach((step, module) -> {
            if (module.examined()) {
                quizzes.put(step, Standing.NOT_STARTED);
            }
        });
        for (var row : rows(
                """
                select step_id, sum(case when passed = true then 1 else 0 end),
                       sum(case when submitted_at is null then 1 else 0 end)
                from attempt where enrolment_id in (%s) group by step_id
                """,
                enrolmentIds)) {
            quizzes.put(number(row[0]), standing(number(row[1]), number(row[2])));
        }
        return quizzes;
    }

    private static Standing standing(long passed, long open) {
        if (passed > 0) {
            return Standing.PASSED;
        }
        return open > 0 ? Standing.IN_PROGRESS : Standing.NOT_PASSED;
    }

    /** When the person declared not to sign, by step; only refusals that no later signature has taken back. */
    Map<Long, Instant> refusals(List<Long> enrolmentIds) {
        return rows(
                        """
                        select f.step_id, max(f.refused_at) from refused_pledge f
                        where not exists (select 1 from signature g where g.enrolment_id = f.enrolment_id
                            and g.step_id = f.step_id and g.ledger_entry_id > f.ledger_entry_id)
                          and f.enrolment_id in (%s)
                        group by f.step_id
                        """,
                        enrolmentIds)
                .stream()
                .collect(toMap(row -> number(row[0]), row -> instant(row[1])));
    }

    /** The responsible agency's own figures, by enrolment. */
    Map<Long, Figures> units(List<Enrolment> enrolments) {
        var figures = rows(
                """
                        select e.id, c.required, c.exempt, c.started, c.done, c.late
                        from enrolment e join completion_count c on c.campaign_id = e.campaign_id
                          and c.cycle = e.cycle and c.step_id = 0 and c.agency_id = e.agency_id
                        where e.id in (%s)
                        """,
                enrolments.stream().map(Enrolment::id).toList());
        return figures.stream().collect(toMap(row -> number(row[0]), row -> Figures.of(row, 1)));
    }

    private List<Object[]> rows(String sql, Collection<Long> ids) {
        var marks = new StringBuilder("?1");
        for (var index = 2; index <= ids.size(); index++) {
            marks.append(", ?").append(index);
        }
        var query = entities.createNativeQuery(sql.formatted(marks));
        var position = 1;
        for (var id : ids) {
            query.setParameter(position++, id);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).toList();
    }

    private static Instant instant(Object column) {
        var local = column instanceof Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) column;
        return local.toInstant(ZoneOffset.UTC);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
