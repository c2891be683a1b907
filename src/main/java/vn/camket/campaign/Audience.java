package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.camket.organization.Agency;
import vn.camket.organization.PersonClass;

/**
 * The people meant by a campaign's rules: with a current main post, not left, meant by any rule. Native SQL: whole
 * audiences are counted and enrolled by one statement each.
 */
@ApplicationScoped
class Audience {
    private static final String PEOPLE =
            """
            from campaign c
            join employee e on e.id > ?2 and e.id <= ?3
            join membership m on m.employee_id = e.id and m.kind = 'MAIN' and m.valid_from <= cast(?4 as date)
              and (m.valid_to is null or m.valid_to > cast(?4 as date))
            join agency a on a.id = m.agency_id
            where c.id = ?1 and (e.left_on is null or e.left_on > cast(?4 as date))
              and exists (
                select 1 from audience_rule r join agency t on t.id = r.agency_id
                where r.campaign_id = c.id and a.path like concat(t.path, '%')
                  and (r.person_classes = ''
                    or concat(',', r.person_classes, ',') like concat('%,', e.person_class, ',%'))
                  and (r.leaders = 'ANY' or (r.leaders = 'LEADERS' and e.leader = true)
                    or (r.leaders = 'OTHERS' and e.leader = false)))
            """;

    @PersistenceContext
    EntityManager entities;

    /** Counts the audience on a day, by class and by agency directly below the owner. */
    AudienceSize size(Campaign campaign, LocalDate day) {
        var path = campaign.agency().path();
        List<?> rows = entities.createNativeQuery(
                        "select x.part, x.person_class, count(*), count(distinct x.agency_id) from (select case when a.path ="
                                + " ?5 then '' else substring(a.path, ?6, locate('/', a.path, ?6) - ?6) end as part,"
                                + " e.person_class, m.agency_id " + PEOPLE
                                + ") x group by x.part, x.person_class")
                .setParameter(1, campaign.id())
                .setParameter(2, 0L)
                .setParameter(3, Long.MAX_VALUE)
                .setParameter(4, day.toString())
                .setParameter(5, path)
                .setParameter(6, path.length() + 1)
                .setHint("jakarta.persistence.query.timeout", 120_000)
                .getResultList();
        var parts = new HashMap<String, Long>();
        var classes = new EnumMap<PersonClass, Long>(PersonClass.class);
        for (var row : rows) {
            var columns = (Object[]) row;
            var people = ((Number) columns[2]).longValue();
            parts.merge(String.valueOf(columns[0]), people, Long::sum);
            classes.merge(PersonClass.valueOf(String.valueOf(columns[1])), people, Long::sum);
        }
        var people = classes.values().stream().mapToLong(Long::longValue).sum();
        return new AudienceSize(people, agencies(campaign, day), classes, named(campaign.agency(), parts));
    }

    private long agencies(Campaign campaign, LocalDate day) {
        return ((Number) entities.createNativeQuery("select count(distinct m.agency_id) " + PEOPLE)
                        .setParameter(1, campaign.id())
                        .setParameter(2, 0L)
                        .setParameter(3, Long.MAX_VALUE)
                        .setParameter(4, day.toString())
                        .setHint("jakarta.persistence.query.timeout", 120_000)
                        .getSingleResult())
                .longValue();
    }

    private List<AudienceSize.Part> named(Agency owner, Map<String, Long> parts) {
        var named = new ArrayList<AudienceSize.Part>();
        if (parts.containsKey("")) {
            named.add(new AudienceSize.Part(owner.name(), parts.get("")));
        }
        for (var child : entities.createQuery(
                        "select a from Agency a where a.parent = :owner order by a.nameKey, a.id", Agency.class)
                .setParameter("owner", owner)
                .getResultList()) {
            var people = parts.get(String.valueOf(child.id()));
            if (people != null) {
                named.add(new AudienceSize.Part(child.name(), people));
            }
        }
        return named;
    }

    /** The highest employee id there is; chunks of ids run up to it. */
    long lastEmployee() {
        return ((Number) entities.createNativeQuery("select coalesce(max(id), 0) from employee")
                        .getSingleResult())
                .longValue();
    }

    /**
     * Enrols the people of a range of employee ids who are not enrolled yet; a second time changes nothing.
     *
     * @return how many were enrolled
     */
    int enrol(long campaignId, long afterEmployee, long upToEmployee, LocalDate day, Instant at) {
        return entities.createNativeQuery(enrolment(PEOPLE))
                .setParameter(1, campaignId)
                .setParameter(2, afterEmployee)
                .setParameter(3, upToEmployee)
                .setParameter(4, day.toString())
                .setParameter(5, moment(at))
                .setHint("jakarta.persistence.query.timeout", 600_000)
                .executeUpdate();
    }

    /** Enrols one person in every campaign that runs, means the person and has never had the person. @return those */
    List<LateEnrolled> enrolLate(long employeeId, LocalDate day, Instant at) {
        entities.flush();
        var enrolled = entities.createNativeQuery(
                        enrolment(
                                PEOPLE.replace(
                                        "c.id = ?1",
                                        "c.opened_at is not null and c.closed_at is null and c.closes_on >= cast(?4 as date) and 1 = ?1")))
                .setParameter(1, 1)
                .setParameter(2, employeeId - 1)
                .setParameter(3, employeeId)
                .setParameter(4, day.toString())
                .setParameter(5, moment(at))
                .executeUpdate();
        if (enrolled == 0) {
            return List.of();
        }
        return entities.createQuery(
                        """
                        select new vn.camket.campaign.LateEnrolled(e.campaign.id, e.agency.id) from Enrolment e
                        where e.employee.id = :employee and e.startedAt is null order by e.id desc
                        """,
                        LateEnrolled.class)
                .setParameter("employee", employeeId)
                .setMaxResults(enrolled)
                .getResultList();
    }

    private static String enrolment(String people) {
        return """
                insert into enrolment (campaign_id, cycle, employee_id, agency_id, name_key, leader,
                  policy_maker, due_on, state, enrolled_at)
                select c.id, 1, e.id, m.agency_id, e.name_key, e.leader, e.policy_maker,
                  coalesce("""
                + Campaigns.LAST_DUE.formatted("c.id", "e")
                + ", c.closes_on), 'ACTIVE', cast(?5 as datetime(6)) "
                + people
                + """
                and not exists (
                  select 1 from enrolment x
                  where x.campaign_id = c.id and x.cycle = 1 and x.employee_id = e.id)
                """;
    }

    private static String moment(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString().replace('T', ' ');
    }
}
