package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/**
 * Pledges that stand and wait for the caller's confirmation: of the agencies headed and those below, but never the caller's own,
 * which the level above confirms. The scope is part of every query.
 */
@ApplicationScoped
class Waiting {
    private static final String FROM =
            """
            from Signature s join s.employee e join s.agency a join s.enrolment n join n.campaign k
            left join Confirmation c on c.signatureId = s.id left join SignatureEnd x on x.signatureId = s.id
            where c.signatureId is null and x.signatureId is null and e.id <> :self
            """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Pledges pledges;

    @Inject
    Caller caller;

    List<WaitingPledge> page(WaitingFilter filter, int offset, int size) {
        return query(
                        "select new vn.camket.pledge.WaitingPledge("
                                + "s.id, s.lookupCode, e.fullName, e.code, a.name, s.signedAt, k.name) ",
                        filter,
                        " order by s.signedAt, s.id",
                        WaitingPledge.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    long count(WaitingFilter filter) {
        return query("select count(s) ", filter, "", Long.class).getSingleResult();
    }

    List<WaitingAgency> agencies() {
        return query(
                        "select new vn.camket.pledge.WaitingAgency(a.id, a.name, count(s)) ",
                        new WaitingFilter("", null, null),
                        " group by a.id, a.name, a.depth, a.nameKey order by a.depth, a.nameKey",
                        WaitingAgency.class)
                .setMaxResults(200)
                .getResultList();
    }

    /** Those of the given signatures that wait for the caller, with all that a decision on them reads. */
    List<Signature> of(Collection<Long> signatureIds) {
        var ids = signatureIds.isEmpty()
                ? List.<Long>of()
                : query("select s.id ", new WaitingFilter("", null, null), " and s.id in :ids", Long.class)
                        .setParameter("ids", signatureIds)
                        .getResultList();
        return ids.isEmpty() ? List.of() : pledges.withParticulars(ids);
    }

    /** The same, of which no other transaction can decide any more until this one ends. */
    List<Signature> locked(Collection<Long> signatureIds) {
        var enrolments = of(signatureIds).stream()
                .map(signature -> signature.enrolment().id())
                .distinct()
                .toList();
        if (enrolments.isEmpty()) {
            return List.of();
        }
        pledges.lock(enrolments);
        return of(signatureIds);
    }

    private <T> TypedQuery<T> query(String select, WaitingFilter filter, String end, Class<T> type) {
        var query = scoped(entities, caller, select + FROM, conditions(filter) + end, type);
        fill(query, filter);
        return query;
    }

    /**
     * A query for what waits for the caller as head.
     *
     * @param start up to its conditions, which know {@code a}, the agency of the signer, and the parameter {@code self}
     */
    static <T> TypedQuery<T> scoped(EntityManager entities, Caller caller, String start, String end, Class<T> type) {
        var scope = caller.scope(Permission.CONFIRM_PLEDGES);
        var query = entities.createQuery(start + within(scope.size()) + end, type)
                .setParameter("self", caller.employeeId().orElse(0L));
        IntStream.range(0, scope.size()).forEach(index -> query.setParameter("path" + index, scope.get(index) + "%"));
        return query;
    }

    private static String within(int places) {
        var each = new ArrayList<String>();
        for (var index = 0; index < places; index++) {
            each.add("a.path like :path" + index);
        }
        return " and (" + (each.isEmpty() ? "1 = 0" : String.join(" or ", each)) + ")";
    }

    private static String conditions(WaitingFilter filter) {
        return (filter.name().isBlank() ? "" : " and e.nameFolded like :name escape '!'")
                + (filter.agencyId() == null ? "" : " and a.id = :agency")
                + (filter.code() == null ? "" : " and s.lookupCode = :code");
    }

    private static void fill(TypedQuery<?> query, WaitingFilter filter) {
        if (!filter.name().isBlank()) {
            query.setParameter("name", pattern(filter.name()));
        }
        set(query, "agency", filter.agencyId());
        set(query, "code", filter.code() == null ? null : filter.code().value());
    }

    private static void set(TypedQuery<?> query, String name, @Nullable Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    private static String pattern(String name) {
        return "%" + VietnameseText.fold(name).replaceAll("([!%_])", "!$1") + "%";
    }
}
