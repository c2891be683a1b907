package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.Recent;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Completion of an agency and everything below it, summed over the counters of its subtree; nobody is counted at
 * request time. People count where their enrolment's agency answers for them. Native SQL: sums over a path prefix.
 */
@ApplicationScoped
@Transactional
public class CompletionFigures {
    /** Figures of one step. */
    public record OfStep(long stepId, Figures figures) {}

    /** Figures of a direct part of an agency with everything below it, or of the agency's own people. */
    public record OfPart(long agencyId, String name, boolean own, Figures figures) {}

    /** Figures as they stood at the end of a day. */
    public record OfDay(LocalDate day, long required, long started, long done) {}

    /** Every row of counters of a campaign in the subtree of a path. */
    private static final String SUBTREE =
            """
            from completion_count c join agency a on a.id = c.agency_id
            where c.campaign_id = ?1 and c.cycle = 1 and a.path like ?2
            """;

    private static final String SUMS = "sum(c.required), sum(c.exempt), sum(c.started), sum(c.done), sum(c.late) ";

    private static final int KEPT = 10_000;

    /** A trend's last day, today mostly, is what still changes; it may be a few minutes old. */
    private final Recent<History, List<OfDay>> trends = new Recent<>(Duration.ofMinutes(5), KEPT);

    private record History(long campaignId, String path, LocalDate until, int weeks) {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    /** The whole campaign. @param path of the agency at the top @throws NotFound outside the caller's scope */
    @Requires(Permission.SEE_COMPLETION)
    public Figures whole(long campaignId, String path) {
        caller.require(Permission.SEE_COMPLETION, path);
        var row = subtree("select " + SUMS + SUBTREE + " and c.step_id = 0", campaignId, path)
                .getSingleResult();
        return Figures.of((Object[]) row, 0);
    }

    /** Each step of the campaign, in its order; a step that concerns nobody there has zeros. */
    @Requires(Permission.SEE_COMPLETION)
    public List<OfStep> steps(long campaignId, String path) {
        caller.require(Permission.SEE_COMPLETION, path);
        var sums = new HashMap<Long, Figures>();
        for (var row : subtree(
                        "select c.step_id, " + SUMS + SUBTREE + " and c.step_id > 0 group by c.step_id",
                        campaignId,
                        path)
                .getResultList()) {
            sums.put(((Number) ((Object[]) row)[0]).longValue(), Figures.of((Object[]) row, 1));
        }
        return entities.createQuery(
                        "select s.id from Step s where s.campaign.id = :campaign order by s.position", Long.class)
                .setParameter("campaign", campaignId)
                .getResultStream()
                .map(step -> new OfStep(step, sums.getOrDefault(step, Figures.NONE)))
                .toList();
    }

    /**
     * The parts of an agency: its own people first where there are any, then each agency directly below with its
     * subtree, by name.
     *
     * @param stepId a step, or 0 for the whole campaign
     */
    @Requires(Permission.SEE_COMPLETION)
    public List<OfPart> parts(long campaignId, long agencyId, long stepId) {
        var agency = entities.find(Agency.class, agencyId);
        if (agency == null) {
            throw new NotFound();
        }
        caller.require(Permission.SEE_COMPLETION, agency.path());
        var sums = partSums(campaignId, agency.path(), stepId);
        var parts = new ArrayList<OfPart>();
        if (sums.containsKey("")) {
            parts.add(new OfPart(agencyId, agency.name(), true, sums.get("")));
        }
        for (var child : children(agency)) {
            var figures = sums.get(String.valueOf(child.id()));
            if (figures != null) {
                parts.add(new OfPart(child.id(), child.name(), false, figures));
            }
        }
        return parts;
    }

    /** Sums by the part of the path that follows the given one; empty for the agency's own people. */
    private Map<String, Figures> partSums(long campaignId, String path, long stepId) {
        var sums = new HashMap<String, Figures>();
        for (var row : subtree(
                        "select p.part, sum(p.required), sum(p.exempt), sum(p.started), sum(p.done), sum(p.late) from ("
                                + " select case when a.path = ?4 then '' else substring(a.path, ?3,"
                                + " locate('/', a.path, ?3) - ?3) end as part,"
                                + " c.required, c.exempt, c.started, c.done, c.late " + SUBTREE
                                + " and c.step_id = ?5) p group by p.part",
                        campaignId,
                        path)
                .setParameter(3, path.length() + 1)
                .setParameter(4, path)
                .setParameter(5, stepId)
                .getResultList()) {
            var columns = (Object[]) row;
            sums.put(String.valueOf(columns[0]), Figures.of(columns, 1));
        }
        return sums;
    }

    private List<Agency> children(Agency agency) {
        return entities.createQuery(
                        "select a from Agency a where a.parent = :agency order by a.nameKey, a.id", Agency.class)
                .setParameter("agency", agency)
                .getResultList();
    }

    /**
     * How it stood at the end of each of the last weeks, oldest first; the last day is the given one. Found at most
     * once in five minutes: days that are over do not change.
     *
     * @param weeks 2 to 60
     */
    @Requires(Permission.SEE_COMPLETION)
    public List<OfDay> trend(long campaignId, String path, LocalDate until, int weeks) {
        caller.require(Permission.SEE_COMPLETION, path);
        return trends.get(
                new History(campaignId, path, until, weeks), clock, () -> found(campaignId, path, until, weeks));
    }

    private List<OfDay> found(long campaignId, String path, LocalDate until, int weeks) {
        var days = IntStream.range(0, weeks)
                .mapToObj(week -> until.minusWeeks((long) weeks - 1 - week))
                .toList();
        var sums = daySums(campaignId, path, days);
        return days.stream()
                .map(day -> sums.getOrDefault(day.toString(), new OfDay(day, 0, 0, 0)))
                .toList();
    }

    /** For every day the latest kept row of each agency at or before it, found through the key; one statement. */
    private Map<String, OfDay> daySums(long campaignId, String path, List<LocalDate> days) {
        var list = IntStream.range(0, days.size())
                .mapToObj(index -> "select cast(?" + (index + 3) + " as date) as d")
                .collect(Collectors.joining(" union all "));
        var query = entities.createNativeQuery(
                        "select cast(w.d as char(10)), sum(k.required), sum(k.started), sum(k.done) from ("
                                + list
                                + ") w join completion_count c on c.campaign_id = ?1 and c.cycle = 1 and c.step_id = 0"
                                + " join agency a on a.id = c.agency_id and a.path like ?2"
                                + " join completion_day k on k.campaign_id = c.campaign_id and k.cycle = c.cycle"
                                + " and k.step_id = c.step_id and k.agency_id = c.agency_id and k.on_day = ("
                                + " select max(l.on_day) from completion_day l where l.campaign_id = c.campaign_id"
                                + " and l.cycle = c.cycle and l.step_id = c.step_id and l.agency_id = c.agency_id"
                                + " and l.on_day <= w.d) group by w.d")
                .setParameter(1, campaignId)
                .setParameter(2, path + "%");
        for (var index = 0; index < days.size(); index++) {
            query.setParameter(index + 3, days.get(index).toString());
        }
        var sums = new HashMap<String, OfDay>();
        List<?> rows = query.getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            var day = LocalDate.parse(String.valueOf(columns[0]));
            var figures = Figures.of(new Object[] {columns[1], 0, columns[2], columns[3], 0}, 0);
            sums.put(day.toString(), new OfDay(day, figures.required(), figures.started(), figures.done()));
        }
        return Collections.unmodifiableMap(sums);
    }

    private Query subtree(String sql, long campaignId, String path) {
        return entities.createNativeQuery(sql).setParameter(1, campaignId).setParameter(2, path + "%");
    }
}
