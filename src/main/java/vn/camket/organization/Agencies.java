package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every query for agencies. A subtree is the agencies whose path begins with the path of its top, itself included. */
@ApplicationScoped
class Agencies {
    @PersistenceContext
    EntityManager entities;

    /** Holds back all other changes of the tree's shape until this transaction ends. Native: a lock needs no entity. */
    void lockTree() {
        entities.createNativeQuery("select id from agency where parent_id is null order by id for update")
                .getResultList();
    }

    Optional<Agency> byId(long id) {
        return entities.createQuery("select a from Agency a left join fetch a.parent where a.id = :id", Agency.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    List<Agency> byIds(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select a from Agency a where a.id in :ids order by a.depth", Agency.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    List<Agency> roots() {
        return entities.createQuery(
                        "select a from Agency a where a.parent is null and a.dissolvedOn is null order by a.id",
                        Agency.class)
                .getResultList();
    }

    List<Agency> byPaths(List<String> paths) {
        return paths.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select a from Agency a where a.path in :paths order by a.depth, a.nameKey",
                                Agency.class)
                        .setParameter("paths", paths)
                        .getResultList();
    }

    boolean isCodeTaken(String code, long exceptId) {
        return !entities.createQuery("select a.id from Agency a where a.code = :code and a.id <> :except", Long.class)
                .setParameter("code", code)
                .setParameter("except", exceptId)
                .getResultList()
                .isEmpty();
    }

    boolean hasChildren(long id) {
        return !entities.createQuery(
                        "select a.id from Agency a where a.parent.id = :id and a.dissolvedOn is null", Long.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** People whose main post is here on a day or will be later. */
    long staff(long id, LocalDate today) {
        return entities.createQuery(
                        """
                        select count(m) from Membership m
                        where m.agency.id = :id and m.kind = vn.camket.organization.Membership.Kind.MAIN
                          and (m.period.to is null or m.period.to > :today)
                        """,
                        Long.class)
                .setParameter("id", id)
                .setParameter("today", today)
                .getSingleResult();
    }

    List<AgencyVersion> versions(long agencyId) {
        return entities.createQuery(
                        "select v from AgencyVersion v where v.agencyId = :id order by v.period.from desc",
                        AgencyVersion.class)
                .setParameter("id", agencyId)
                .getResultList();
    }

    Optional<AgencyVersion> openVersion(long agencyId) {
        return versions(agencyId).stream()
                .filter(version -> version.period().to().isEmpty())
                .findFirst();
    }

    /** Stores a new agency, its path and its first version. */
    void add(Agency agency) {
        entities.persist(agency);
        entities.flush();
        agency.settle();
        entities.persist(new AgencyVersion(agency, agency.openedOn()));
        entities.flush();
    }

    void add(AgencyVersion version) {
        entities.persist(version);
    }

    void flush() {
        entities.flush();
    }

    /**
     * Follows a move below its top: paths, depths, and versions closed on the day and opened anew. Set-based native SQL,
     * because a subtree may hold thousands of agencies. A version that began on this very day is rewritten in place.
     */
    void moveBelow(String oldPath, String newPath, int deeper, LocalDate on) {
        entities.createNativeQuery(
                        """
                        update agency set path = concat(?1, substring(path, ?2)), depth = depth + ?3
                        where path like ?4
                        """)
                .setParameter(1, newPath)
                .setParameter(2, oldPath.length() + 1)
                .setParameter(3, deeper)
                .setParameter(4, oldPath + "%")
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        update agency_version set path = concat(?1, substring(path, ?2))
                        where valid_to is null and valid_from = ?3 and path like ?4
                        """)
                .setParameter(1, newPath)
                .setParameter(2, oldPath.length() + 1)
                .setParameter(3, on)
                .setParameter(4, oldPath + "%")
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        insert into agency_version (agency_id, valid_from, valid_to, name, kind, parent_id, path)
                        select agency_id, ?1, null, name, kind, parent_id, concat(?2, substring(path, ?3))
                        from agency_version where valid_to is null and valid_from < ?1 and path like ?4
                        """)
                .setParameter(1, on)
                .setParameter(2, newPath)
                .setParameter(3, oldPath.length() + 1)
                .setParameter(4, oldPath + "%")
                .executeUpdate();
        entities.createNativeQuery(
                        """
                        update agency_version set valid_to = ?1
                        where valid_to is null and valid_from < ?1 and path like ?2
                        """)
                .setParameter(1, on)
                .setParameter(2, oldPath + "%")
                .executeUpdate();
        entities.clear();
    }
}
