package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.camket.platform.VietnameseText;

/**
 * Every query for the library of commitments. A planner sees what came with the application, and what is kept by an
 * agency in the own scope or above it.
 */
@ApplicationScoped
class CommitmentSources {
    @PersistenceContext
    EntityManager entities;

    List<CommitmentSource> page(CommitmentFilter filter, List<String> scope, int offset, int size) {
        return matching(
                        "select s from CommitmentSource s left join fetch s.agency a",
                        filter,
                        scope,
                        " order by s.id",
                        CommitmentSource.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    long count(CommitmentFilter filter, List<String> scope) {
        return matching("select count(s) from CommitmentSource s left join s.agency a", filter, scope, "", Long.class)
                .getSingleResult();
    }

    Optional<CommitmentSource> source(long id, List<String> scope) {
        return matching(
                        "select s from CommitmentSource s left join fetch s.agency a",
                        new CommitmentFilter("", false),
                        scope,
                        "",
                        CommitmentSource.class,
                        " where s.id = " + id)
                .getResultStream()
                .findFirst();
    }

    private <T> TypedQuery<T> matching(
            String select, CommitmentFilter filter, List<String> scope, String order, Class<T> type) {
        return matching(select, filter, scope, order, type, " where s.active = :active");
    }

    private <T> TypedQuery<T> matching(
            String select, CommitmentFilter filter, List<String> scope, String order, Class<T> type, String where) {
        var words = VietnameseText.words(filter.search()).stream().limit(6).toList();
        var query = entities.createQuery(
                select
                        + where
                        + IntStream.range(0, scope.size())
                                .mapToObj(index ->
                                        " or a.path like :below%1$d escape '!' or :path%1$d like concat(a.path, '%%')"
                                                .formatted(index))
                                .collect(Collectors.joining("", " and (a.id is null", ")"))
                        + IntStream.range(0, words.size())
                                .mapToObj(index -> " and s.wordingFolded like :word" + index + " escape '!'")
                                .collect(Collectors.joining())
                        + order,
                type);
        if (where.contains(":active")) {
            query.setParameter("active", !filter.inactive());
        }
        for (var index = 0; index < scope.size(); index++) {
            query.setParameter("below" + index, scope.get(index) + "%").setParameter("path" + index, scope.get(index));
        }
        for (var index = 0; index < words.size(); index++) {
            query.setParameter("word" + index, "%" + words.get(index).replaceAll("[!%_]", "!$0") + "%");
        }
        return query;
    }

    /** Lets one keeper at a time change it. */
    void lock(CommitmentSource source) {
        entities.refresh(source, LockModeType.PESSIMISTIC_WRITE);
    }

    CommitmentSource add(CommitmentSource source) {
        entities.persist(source);
        entities.flush();
        return source;
    }
}
