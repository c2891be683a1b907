package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.RatingRound;
import vn.camket.organization.Agency;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/**
 * The people whose commitments the caller rates: with a pledge that stands and holds some, and a main post today in an
 * agency headed or below; but never the caller, whom the level above rates. The scope is part of every query. A page is read
 * in four statements, however many rows it has.
 */
@ApplicationScoped
class ThreadPeople {
    private static final String FROM =
            """
            from Membership m join m.agency a join m.employee e, Signature s join s.enrolment n join s.step p
            where s.employee = e and m.kind = vn.camket.organization.Membership.Kind.MAIN
              and m.period.from <= :today and (m.period.to is null or m.period.to > :today) and e.id <> :self
              and not exists (select x from SignatureEnd x where x.signatureId = s.id)
              and exists (select c from SignedCommitment c where c.signature = s)
            """;
    private static final String RATED =
            """
            exists (select r from SelfRating r where r.enrolment = n and r.step = p
              and r.round = vn.camket.campaign.RatingRound.YEAR_END)
            """;
    private static final String FROZEN = "exists (select t from ThreadSheet t where t.enrolment = n and t.step = p)";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** In the order of names. */
    List<ThreadRow> page(ThreadFilter filter, int offset, int size) {
        var people = query("select s, e, a ", filter, " order by e.nameKey, s.id", Object[].class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
        var enrolments = people.stream()
                .map(row -> ((Signature) row[0]).enrolment().id())
                .toList();
        var ratings = ratings(enrolments);
        var sheets = sheets(enrolments);
        return people.stream()
                .map(row -> {
                    var signature = (Signature) row[0];
                    var person = (vn.camket.organization.Employee) row[1];
                    var key =
                            signature.enrolment().id() + "-" + signature.step().id();
                    return new ThreadRow(
                            signature.lookupCode().value(),
                            person.fullName(),
                            person.code(),
                            ((Agency) row[2]).name(),
                            ratings.get(key + RatingRound.MID_YEAR),
                            ratings.get(key + RatingRound.YEAR_END),
                            sheets.get(key));
                })
                .toList();
    }

    long count(ThreadFilter filter) {
        return query("select count(s) ", filter, "", Long.class).getSingleResult();
    }

    /** The agency of the main post of whoever signed this, if the caller rates that person. */
    List<Agency> agency(Signature signature) {
        return scoped("select a " + FROM, " and s = :signature", Agency.class)
                .setParameter("signature", signature)
                .getResultList();
    }

    /** Opened campaigns whose owner stands above or below the caller's agencies; the latest first, at most twenty. */
    List<Campaign> campaigns() {
        var scope = caller.scope(Permission.CONFIRM_PLEDGES);
        if (scope.isEmpty()) {
            return List.of();
        }
        var related = IntStream.range(0, scope.size())
                .mapToObj(index -> ":path" + index + " like concat(a.path, '%') or a.path like :below" + index)
                .collect(Collectors.joining(" or "));
        var query = entities.createQuery(
                "select k from Campaign k join k.agency a where k.openedAt is not null and (" + related
                        + ") order by k.opensOn desc, k.id desc",
                Campaign.class);
        IntStream.range(0, scope.size()).forEach(index -> query.setParameter("path" + index, scope.get(index))
                .setParameter("below" + index, scope.get(index) + "%"));
        return query.setMaxResults(20).getResultList();
    }

    private <T> TypedQuery<T> query(String select, ThreadFilter filter, String end, Class<T> type) {
        var query = scoped(
                select + FROM, " and n.campaign.id = :campaign" + named(filter) + state(filter.state()) + end, type);
        query.setParameter("campaign", filter.campaignId());
        if (!filter.name().isBlank()) {
            query.setParameter("name", "%" + VietnameseText.fold(filter.name()).replaceAll("([!%_])", "!$1") + "%");
        }
        return query;
    }

    private <T> TypedQuery<T> scoped(String start, String end, Class<T> type) {
        return Waiting.scoped(entities, caller, start, end, type).setParameter("today", Vietnam.today(clock));
    }

    private static String named(ThreadFilter filter) {
        return filter.name().isBlank() ? "" : " and e.nameFolded like :name escape '!'";
    }

    private static String state(@Nullable ThreadState state) {
        if (state == null) {
            return "";
        }
        return switch (state) {
            case UNRATED -> " and not " + FROZEN + " and not " + RATED;
            case WAITING -> " and not " + FROZEN + " and " + RATED;
            case FROZEN -> " and " + FROZEN;
        };
    }

    private Map<String, Instant> ratings(List<Long> enrolments) {
        return latest(
                enrolments,
                """
                select r.enrolment.id, r.step.id, r.round, r.ratedAt from SelfRating r
                where r.enrolment.id in :enrolments order by r.number
                """);
    }

    private Map<String, Instant> sheets(List<Long> enrolments) {
        return latest(
                enrolments,
                """
                select t.enrolment.id, t.step.id, '', t.ratedAt from ThreadSheet t
                where t.enrolment.id in :enrolments order by t.number
                """);
    }

    /** @param query of rows with the latest last */
    private Map<String, Instant> latest(List<Long> enrolments, String query) {
        var latest = new HashMap<String, Instant>();
        if (!enrolments.isEmpty()) {
            entities.createQuery(query, Object[].class)
                    .setParameter("enrolments", enrolments)
                    .getResultList()
                    .forEach(row -> latest.put(row[0] + "-" + row[1] + row[2], (Instant) row[3]));
        }
        return latest;
    }
}
