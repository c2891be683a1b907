package vn.camket.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.camket.campaign.Campaign;
import vn.camket.organization.Agency;
import vn.camket.platform.Recent;

/**
 * Numbers that put several rooms or all steps side by side; what concerns completion alone is asked of
 * {@link vn.camket.completion.CompletionFigures}. They are sums of the same counters, never counts of people; only who is
 * overdue and what is unconfirmed is counted, and for a wide subtree at most once in five minutes. Native SQL: sums over sets that have no
 * entity, and the whole table of parts and steps in one statement.
 *
 * <p>A subtree is the range of paths from {@code /1/45/} up to, not including, {@code /1/45:}. Colon follows the digits,
 * so nothing else lies between; unlike {@code like concat(path, '%')} a range lets both databases use the index on path
 * inside a join.
 */
@ApplicationScoped
class Figures {
    private static final String SUBTREE = "a.path >= child.path and a.path < concat(child.path, ':')";

    private static final Duration OLD = Duration.ofMinutes(5);
    private static final int KEPT = 10_000;

    private record Asked(long agency, long other) {}

    private final Recent<Asked, Map<Long, Long>> overdue = new Recent<>(OLD, KEPT);
    private final Recent<Asked, Long> unconfirmed = new Recent<>(OLD, KEPT);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    List<Agency> agencies(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select a from Agency a where a.id in :ids order by a.depth, a.id", Agency.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The tops of a scope, the widest first. */
    List<Agency> places(Collection<String> paths) {
        return paths.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select a from Agency a where a.path in :paths order by a.depth, a.nameKey, a.id",
                                Agency.class)
                        .setParameter("paths", paths)
                        .getResultList();
    }

    /** Where the person is head, acting head or deputy on a day, the widest first. */
    List<Agency> headed(long employeeId, LocalDate today) {
        return entities.createQuery(
                        """
                        select a from Headship h join h.agency a
                        where h.employee.id = :employee and h.period.from <= :today
                          and (h.period.to is null or h.period.to > :today)
                        order by a.depth, a.nameKey, a.id
                        """,
                        Agency.class)
                .setParameter("employee", employeeId)
                .setParameter("today", today)
                .getResultList();
    }

    /** Opened campaigns of the agency's line or below it, with their steps, the latest first. */
    List<Campaign> campaigns(Agency agency) {
        return entities.createQuery(
                        """
                        select distinct c from Campaign c left join fetch c.steps
                        where c.openedAt is not null
                          and (c.agency.id in :line or c.agency.path like :below)
                        order by c.opensOn desc, c.id desc
                        """,
                        Campaign.class)
                .setParameter("line", agency.lineage())
                .setParameter("below", agency.path() + "%")
                .getResultList();
    }

    /** Children with all below them, and the agency's own people last, in order of names; with who is overdue. */
    List<AgencyRow> rows(Agency agency, Campaign campaign, LocalDate today) {
        var names = new LinkedHashMap<Long, String[]>();
        var wholes = new HashMap<Long, Tally>();
        var steps = new HashMap<Long, Map<Long, Tally>>();
        for (var row : counters(agency.id(), campaign.id())) {
            var id = Rows.number(row[0]);
            var tally = new Tally(
                    Rows.number(row[4]),
                    Rows.number(row[5]),
                    Rows.number(row[6]),
                    Rows.number(row[7]),
                    Rows.number(row[8]));
            names.putIfAbsent(id, new String[] {Rows.text(row[1]), Rows.text(row[2])});
            if (Rows.number(row[3]) == 0) {
                wholes.put(id, tally);
            } else {
                steps.computeIfAbsent(id, key -> new HashMap<>()).put(Rows.number(row[3]), tally);
            }
        }
        var overdue = People.isWide(
                        wholes.values().stream().mapToLong(Tally::required).sum())
                ? this.overdue.get(
                        new Asked(agency.id(), campaign.id()), clock, () -> overdue(agency.id(), campaign, today))
                : overdue(agency.id(), campaign, today);
        var found = new ArrayList<AgencyRow>();
        names.forEach((id, name) -> found.add(new AgencyRow(
                id,
                name[0],
                name[1],
                id == agency.id(),
                wholes.getOrDefault(id, Tally.NONE),
                steps.getOrDefault(id, Map.of()),
                overdue.getOrDefault(id, 0L))));
        return found;
    }

    private List<Object[]> counters(long agencyId, long campaignId) {
        return list(entities.createNativeQuery(
                        """
                        select t.id, t.name, t.name_folded, t.step_id, t.required, t.exempt, t.started, t.done, t.late
                        from (
                          select 0 as own, child.id, child.name, child.name_folded, child.name_key, c.step_id,
                            sum(c.required) as required, sum(c.exempt) as exempt, sum(c.started) as started,
                            sum(c.done) as done, sum(c.late) as late
                          from agency child
                          join agency a on %s
                          join completion_count c on c.agency_id = a.id and c.campaign_id = #campaign and c.cycle = 1
                          where child.parent_id = #agency
                          group by child.id, child.name, child.name_folded, child.name_key, c.step_id
                          union all
                          select 1, a.id, a.name, a.name_folded, a.name_key, c.step_id,
                            sum(c.required), sum(c.exempt), sum(c.started), sum(c.done), sum(c.late)
                          from agency a
                          join completion_count c on c.agency_id = a.id and c.campaign_id = #campaign and c.cycle = 1
                          where a.id = #agency
                          group by a.id, a.name, a.name_folded, a.name_key, c.step_id
                        ) t order by t.own, t.name_key, t.id
                        """
                                .formatted(SUBTREE))
                .setParameter("campaign", campaignId)
                .setParameter("agency", agencyId)
                .getResultList());
    }

    /** People with an open step past its day, by child; asks nothing while no step is past its day. */
    private Map<Long, Long> overdue(long agencyId, Campaign campaign, LocalDate today) {
        if (campaign.steps().stream().noneMatch(step -> step.dueOn().isBefore(today))) {
            return Map.of();
        }
        var open = "e.campaign_id = #campaign and e.cycle = 1 and e.completed_at is null and e.state = 'ACTIVE' and "
                + Overdue.CONDITION;
        var found = new HashMap<Long, Long>();
        for (var row : list(entities.createNativeQuery(
                        """
                        select child.id, count(*) from agency child join agency a on %s
                        join enrolment e on e.agency_id = a.id and %s
                        where child.parent_id = #agency group by child.id
                        union all
                        select e.agency_id, count(*) from enrolment e where e.agency_id = #agency and %s
                        group by e.agency_id
                        """
                                .formatted(SUBTREE, open, open))
                .setParameter("campaign", campaign.id())
                .setParameter("agency", agencyId)
                .setParameter("today", today)
                .getResultList())) {
            found.put(Rows.number(row[0]), Rows.number(row[1]));
        }
        return found;
    }

    /**
     * Pledges of a subtree that stand and that no head has confirmed, without the caller's own: the level above confirms that.
     *
     * @param required people of the subtree
     */
    long unconfirmed(Agency agency, long required, long callerId) {
        return People.isWide(required)
                ? unconfirmed.get(new Asked(agency.id(), callerId), clock, () -> unconfirmed(agency, callerId))
                : unconfirmed(agency, callerId);
    }

    private long unconfirmed(Agency agency, long callerId) {
        return Rows.number(entities.createNativeQuery(
                        """
                        select count(*) from agency a join signature g on g.agency_id = a.id
                        left join confirmation f on f.signature_id = g.id
                        left join signature_end x on x.signature_id = g.id
                        where a.path like #below and f.signature_id is null and x.signature_id is null
                          and g.employee_id <> #caller
                        """)
                .setParameter("below", agency.path() + "%")
                .setParameter("caller", callerId)
                .getSingleResult());
    }

    /** People of a subtree who are not done and have declared not to sign. They are few: the refusals lead. */
    long refused(Agency agency, Campaign campaign) {
        return Rows.number(entities.createNativeQuery(
                        """
                        select count(distinct e.id) from refused_pledge f join enrolment e on e.id = f.enrolment_id
                        join agency a on a.id = e.agency_id
                        where e.campaign_id = #campaign and e.cycle = 1 and e.completed_at is null
                          and e.state in ('ACTIVE', 'SUSPENDED') and a.path like #below and %s
                        """
                                .formatted(Overdue.REFUSAL_STANDS))
                .setParameter("campaign", campaign.id())
                .setParameter("below", agency.path() + "%")
                .getSingleResult());
    }

    /** Heads and acting heads on a day, by agency. */
    Map<Long, String> heads(Collection<Long> agencyIds, LocalDate today) {
        var heads = new HashMap<Long, String>();
        if (!agencyIds.isEmpty()) {
            for (var row : entities.createQuery(
                            """
                            select h.agency.id, h.employee.fullName from Headship h
                            where h.agency.id in :ids and h.kind <> vn.camket.organization.Headship.Kind.DEPUTY
                              and h.period.from <= :today and (h.period.to is null or h.period.to > :today)
                            order by h.id
                            """,
                            Object[].class)
                    .setParameter("ids", agencyIds)
                    .setParameter("today", today)
                    .getResultList()) {
                heads.putIfAbsent((Long) row[0], (String) row[1]);
            }
        }
        return heads;
    }

    @SuppressWarnings("unchecked")
    static List<Object[]> list(List<?> rows) {
        return (List<Object[]>) rows;
    }
}
