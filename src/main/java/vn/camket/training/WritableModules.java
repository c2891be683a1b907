package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/**
 * Queries of what a trainer may write: modules of agencies in the trainer's scope, and those that came with the
 * application and belong to no agency.
 */
@ApplicationScoped
class WritableModules {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    private String inScope() {
        return IntStream.range(0, scope().size())
                .mapToObj(index -> " or a.path like :scope" + index)
                .collect(Collectors.joining("", "(a.id is null", ")"));
    }

    private List<String> scope() {
        return caller.scope(Permission.WRITE_MODULES);
    }

    private <T> TypedQuery<T> scoped(String jpql, Class<T> type) {
        var query = entities.createQuery(jpql, type);
        var paths = scope();
        IntStream.range(0, paths.size()).forEach(index -> query.setParameter("scope" + index, paths.get(index) + "%"));
        return query;
    }

    private static String matching(ModuleFilter filter) {
        return switch (filter) {
            case ALL -> "";
            case DRAFT -> " and v.publishedAt is null";
            case PUBLISHED -> " and v.publishedAt is not null";
        };
    }

    private String list(ModuleFilter filter) {
        return " from ModuleVersion v join v.module m left join m.agency a where m.retiredAt is null and " + inScope()
                + " and v.number = (select max(w.number) from ModuleVersion w where w.module.id = m.id)"
                + " and v.titleFolded like :text" + matching(filter);
    }

    long count(String folded, ModuleFilter filter) {
        return scoped("select count(v.id)" + list(filter), Long.class)
                .setParameter("text", "%" + folded + "%")
                .getSingleResult();
    }

    List<ModuleListRow> rows(String folded, ModuleFilter filter, int offset, int size) {
        return scoped(
                        """
                        select new vn.camket.training.ModuleListRow(m.id, v.id, v.number, v.title, v.publishedAt,
                          v.createdAt,
                          (select max(p.number) from ModuleVersion p
                           where p.module.id = m.id and p.publishedAt is not null),
                          (select count(distinct c.id) from Step s join s.campaign c
                           where s.subjectId = m.id and s.kind = vn.camket.campaign.StepKind.MODULE),
                          (select count(t.id) from Study t join t.moduleVersion u where u.module.id = m.id))
                        """
                                + list(filter) + " order by v.titleFolded, m.id",
                        ModuleListRow.class)
                .setParameter("text", "%" + folded + "%")
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    /** @throws NotFound if there is none in scope */
    ModuleVersion version(long id) {
        return scoped(
                        "select v from ModuleVersion v join fetch v.module m left join m.agency a where v.id = :id and "
                                + inScope(),
                        ModuleVersion.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The version with its row locked, so that changes come one after the other. @throws NotFound if none in scope */
    ModuleVersion locked(long id) {
        var version = version(id);
        entities.refresh(version, LockModeType.PESSIMISTIC_WRITE);
        return version;
    }

    /** @throws NotFound if there is none in scope */
    Lesson lesson(long id) {
        return scoped(
                        """
                        select l from Lesson l join fetch l.moduleVersion v left join fetch l.material
                        join v.module m left join m.agency a where l.id = :id and
                        """
                                + inScope(),
                        Lesson.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Lessons of a version with their materials, in order. */
    List<Lesson> lessons(long versionId) {
        return entities.createQuery(
                        """
                        select l from Lesson l left join fetch l.material
                        where l.moduleVersion.id = :version order by l.position, l.id
                        """,
                        Lesson.class)
                .setParameter("version", versionId)
                .getResultList();
    }

    List<VersionRow> versions(long moduleId) {
        return entities.createQuery(
                        """
                        select new vn.camket.training.VersionRow(v.id, v.number, v.publishedAt, v.createdAt,
                          (select count(s.id) from Study s where s.moduleVersion.id = v.id),
                          (select count(t.id) from Study t where t.moduleVersion.id = v.id and t.finishedAt is not null))
                        from ModuleVersion v where v.module.id = :module order by v.number desc
                        """,
                        VersionRow.class)
                .setParameter("module", moduleId)
                .getResultList();
    }

    Optional<ModuleVersion> draft(long moduleId) {
        return entities.createQuery(
                        "select v from ModuleVersion v where v.module.id = :module and v.publishedAt is null",
                        ModuleVersion.class)
                .setParameter("module", moduleId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    int lastNumber(long moduleId) {
        return entities.createQuery(
                        "select max(v.number) from ModuleVersion v where v.module.id = :module", Integer.class)
                .setParameter("module", moduleId)
                .getSingleResult();
    }

    /** Holds the module's row, so that two people do not make a draft each. */
    void lock(Module module) {
        entities.refresh(module, LockModeType.PESSIMISTIC_WRITE);
    }

    boolean hasCode(String code) {
        return !entities.createQuery("select m.id from Module m where m.code = :code", Long.class)
                .setParameter("code", code)
                .getResultList()
                .isEmpty();
    }

    /** The agency at the top of the caller's scope. */
    Optional<Agency> home() {
        return scope().stream().findFirst().flatMap(path -> entities.createQuery(
                        "select a from Agency a where a.path = :path", Agency.class)
                .setParameter("path", path)
                .getResultStream()
                .findFirst());
    }

    /** Whether a lesson that the caller may write shows the material. */
    boolean show(long materialId) {
        return !scoped(
                        """
                        select l.id from Lesson l join l.moduleVersion v join v.module m left join m.agency a
                        where (l.material.id = :material or l.body like :image) and
                        """
                                + inScope(),
                        Long.class)
                .setParameter("material", materialId)
                .setParameter("image", "%\"/material/" + materialId + "/%")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Every document of the library. Native: a read of the library's table, by nothing but what is shown. */
    @SuppressWarnings("unchecked")
    List<CitedDocument> documents() {
        return ((List<Object[]>) entities.createNativeQuery(
                                "select d.id, d.number, d.title, d.title_en from legal_document d order by d.number, d.id")
                        .getResultList())
                .stream()
                        .map(row -> new CitedDocument(
                                ((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3]))
                        .toList();
    }

    void refresh(Lesson lesson) {
        entities.refresh(lesson);
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    void write() {
        entities.flush();
    }
}
