package vn.camket.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.Enrolment;
import vn.camket.organization.Agency;
import vn.camket.platform.VietnameseText;

/**
 * People of a subtree in a campaign.
 *
 * <p>Native SQL, for two reasons. A list is cut to 20 rows out of as many as 2,200,000, and which index brings them in
 * order depends on how wide the subtree is: over a wide one nearly every row of the campaign belongs, so reading
 * {@code enrolment_open_by_name} (campaign, completed_at, name_key), or {@code enrolment_by_name} where done people
 * belong too, meets 20 hits after a few dozen rows and sorts nothing; over a narrow one the same walk would pass
 * millions of strangers, while {@code enrolment_of_agency} (campaign, agency) finds its few hundred at once and sorting
 * them is nothing. Databases guess this badly because the share of a subtree is not in their statistics, so the index
 * is named; the hint reads alike on MySQL and H2. A name is searched by the beginnings of its words, each through the key
 * of {@code employee_word}, which finds a middle word on every database; over a wide subtree the words lead and
 * {@code enrolment_of_employee} follows.
 */
@ApplicationScoped
class People {
    /** From this number of required people a subtree counts as wide. */
    private static final long WIDE = 20_000;

    private static final int MOST_WORDS = 6;

    /** Due day of those who owe nothing, so that they come last. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** Who counts in the denominator; the same as completion's counters, so that lists and figures agree. */
    private static final String REQUIRED = " and e.state in ('ACTIVE', 'SUSPENDED')";

    @PersistenceContext
    EntityManager entities;

    static boolean isWide(long people) {
        return people >= WIDE;
    }

    /** Which people: already checked against the caller's scope. @param required people of the subtree, for the index */
    record Wanted(
            Agency agency,
            Campaign campaign,
            PeopleState state,
            @Nullable Long step,
            List<String> words,
            PeopleSort sort,
            long required,
            LocalDate today) {

        boolean isWide() {
            return People.isWide(required) && words.isEmpty();
        }
    }

    /** Where a file goes on reading: after this person, in order of names. */
    static final class Mark {
        static final Mark START = new Mark(new byte[0], 0);

        private final byte[] nameKey;
        private final long id;

        Mark(byte[] nameKey, long id) {
            this.nameKey = nameKey;
            this.id = id;
        }
    }

    /** Part of a file: rows and where the next part begins; empty mark at the end. */
    record Part(List<PersonRow> rows, Optional<Mark> next) {}

    List<PersonRow> page(Wanted wanted, int offset, int size) {
        var query = asked(
                "select " + columns() + from(wanted) + where(wanted) + " order by "
                        + wanted.sort().sql(),
                wanted);
        return rows(
                Figures.list(query.setFirstResult(offset).setMaxResults(size).getResultList()), wanted);
    }

    long count(Wanted wanted) {
        return Rows.number(
                asked("select count(*)" + from(wanted) + where(wanted), wanted).getSingleResult());
    }

    /** The people after a mark, in order of names: no page of a long file reads again what came before. */
    Part part(Wanted wanted, Mark after, int size) {
        var query = asked(
                "select " + columns() + ", e.name_key" + from(wanted) + where(wanted)
                        + " and (e.name_key > #key or (e.name_key = #key and e.id > #id)) order by e.name_key, e.id",
                wanted);
        query.setParameter("key", after.nameKey).setParameter("id", after.id);
        var found = Figures.list(query.setMaxResults(size).getResultList());
        if (found.isEmpty()) {
            return new Part(List.of(), Optional.empty());
        }
        var last = found.get(found.size() - 1);
        var next = found.size() < size
                ? Optional.<Mark>empty()
                : Optional.of(new Mark((byte[]) last[11], Rows.number(last[0])));
        return new Part(rows(found, wanted), next);
    }

    private static String columns() {
        return """
                e.id, p.full_name, m.position, a.id as agency, a.name, e.state, e.due_on, e.started_at, e.completed_at,
                (select min(s.position) %1$s) as next_step, coalesce((select min(s.due_on) %2$s), date '9999-12-31') as next_due,
                case when e.completed_at is null and %3$s then 1 else 0 end as refused"""
                .formatted(Overdue.OPEN_STEPS, Overdue.OWED_STEPS, Overdue.REFUSED);
    }

    private static String from(Wanted wanted) {
        return """

                from enrolment e %s
                join agency a on a.id = e.agency_id
                join employee p on p.id = e.employee_id
                left join membership m on m.employee_id = e.employee_id and m.kind = 'MAIN'
                  and m.valid_from <= #today and (m.valid_to is null or m.valid_to > #today)
                """
                .formatted(hint(wanted));
    }

    /** Refusals are few and lead themselves. */
    private static String hint(Wanted wanted) {
        return wanted.state() == PeopleState.REFUSED ? "" : "use index (" + index(wanted) + ")";
    }

    private static String index(Wanted wanted) {
        if (!isWide(wanted.required())) {
            return "enrolment_of_agency";
        }
        if (!wanted.words().isEmpty()) {
            return "enrolment_of_employee";
        }
        return isOpenOnly(wanted) ? "enrolment_open_by_name" : "enrolment_by_name";
    }

    private static boolean isOpenOnly(Wanted wanted) {
        return wanted.state() == PeopleState.NOT_DONE || wanted.state() == PeopleState.OVERDUE;
    }

    private static String where(Wanted wanted) {
        var where = new StringBuilder("where e.campaign_id = #campaign and e.cycle = 1 and a.path like #below");
        where.append(wanted.step() == null ? ofCampaign(wanted.state()) : ofStep(wanted.state()));
        for (var index = 0; index < wanted.words().size(); index++) {
            where.append(" and e.employee_id in (select w.employee_id from employee_word w where w.word like #word")
                    .append(index)
                    .append(" escape '!')");
        }
        return where.toString();
    }

    private static String ofCampaign(PeopleState state) {
        return switch (state) {
            case NOT_DONE -> REQUIRED + " and e.completed_at is null";
            case OVERDUE -> " and e.state = 'ACTIVE' and e.completed_at is null and " + Overdue.CONDITION;
            case DONE -> REQUIRED + " and e.completed_at is not null";
            case REFUSED -> refused("");
            case ALL -> " and e.state <> 'WITHDRAWN'";
        };
    }

    private static String ofStep(PeopleState state) {
        var open = "exists (select 1" + Overdue.OPEN_STEPS + " and s.id = #step";
        var owed = "exists (select 1" + Overdue.OWED_STEPS + " and s.id = #step";
        return switch (state) {
            case NOT_DONE -> REQUIRED + " and e.completed_at is null and " + open + ")";
            case OVERDUE ->
                " and e.state = 'ACTIVE' and e.completed_at is null and " + owed + " and s.due_on < #today)";
            case DONE ->
                REQUIRED + " and exists (select 1 from step_result r"
                        + " where r.enrolment_id = e.id and r.step_id = #step)";
            case REFUSED -> refused(" and f.step_id = #step");
            case ALL ->
                " and e.state <> 'WITHDRAWN' and (" + open + ") or exists (select 1 from step_result r"
                        + " where r.enrolment_id = e.id and r.step_id = #step))";
        };
    }

    private static String refused(String which) {
        return REQUIRED + " and e.completed_at is null and e.id in (select f.enrolment_id from refused_pledge f where "
                + Overdue.REFUSAL_STANDS + which + ")";
    }

    private Query asked(String sql, Wanted wanted) {
        var query = entities.createNativeQuery(sql)
                .setParameter("campaign", wanted.campaign().id())
                .setParameter("below", wanted.agency().path() + "%")
                .setParameter("today", wanted.today());
        if (wanted.step() != null) {
            query.setParameter("step", wanted.step());
        }
        for (var index = 0; index < wanted.words().size(); index++) {
            query.setParameter("word" + index, prefix(wanted.words().get(index)));
        }
        return query;
    }

    /** Folded words of a search; more than six add nothing to a name. */
    static List<String> words(String search) {
        return VietnameseText.words(search).stream().limit(MOST_WORDS).toList();
    }

    /** The beginning of a word, its own wildcards taken literally. */
    static String prefix(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private List<PersonRow> rows(List<Object[]> found, Wanted wanted) {
        var activity =
                lastActivity(found.stream().map(row -> Rows.number(row[0])).toList());
        return found.stream().map(row -> row(row, wanted, activity)).toList();
    }

    private static PersonRow row(Object[] row, Wanted wanted, Map<Long, Instant> activity) {
        var state = Enrolment.State.valueOf(Rows.text(row[5]));
        var completedAt = Rows.instant(row[8]);
        var open = state == Enrolment.State.ACTIVE && completedAt.isEmpty();
        var owedOn = Rows.day(row[10]).filter(day -> open && day.isBefore(NEVER));
        var dueOn = owedOn.or(() -> Rows.day(row[6])).orElseThrow();
        var position = Rows.number(row[9]);
        return new PersonRow(
                Rows.number(row[0]),
                Rows.text(row[1]),
                Rows.text(row[2]),
                Rows.number(row[3]),
                Rows.text(row[4]),
                state,
                wanted.campaign().steps().stream()
                        .filter(step -> completedAt.isEmpty() && step.position() == position)
                        .findFirst(),
                dueOn,
                owedOn.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, wanted.today())))
                        .orElse(0L),
                Rows.number(row[11]) > 0,
                Rows.instant(row[7]),
                completedAt,
                Optional.ofNullable(activity.get(Rows.number(row[0]))));
    }

    /** The latest trace of each enrolment in training, quizzes and results. */
    Map<Long, Instant> lastActivity(Collection<Long> enrolmentIds) {
        var latest = new HashMap<Long, Instant>();
        if (enrolmentIds.isEmpty()) {
            return latest;
        }
        // The ids come from the database as numbers; a list of them is no text from outside.
        var ids = String.join(
                ",", enrolmentIds.stream().map(id -> Long.toString(id)).toList());
        for (var row : Figures.list(entities.createNativeQuery(
                        """
                        select t.enrolment_id, max(t.at) from (
                          select y.enrolment_id, l.saved_at as at from study y
                            join lesson_progress l on l.study_id = y.id where y.enrolment_id in (%1$s)
                          union all
                          select y.enrolment_id, y.begun_at from study y where y.enrolment_id in (%1$s)
                          union all
                          select t.enrolment_id, coalesce(t.submitted_at, t.started_at) from attempt t
                            where t.enrolment_id in (%1$s)
                          union all
                          select r.enrolment_id, r.met_at from step_result r where r.enrolment_id in (%1$s)
                        ) t group by t.enrolment_id
                        """
                                .formatted(ids))
                .getResultList())) {
            Rows.instant(row[1]).ifPresent(at -> latest.put(Rows.number(row[0]), at));
        }
        return latest;
    }
}
