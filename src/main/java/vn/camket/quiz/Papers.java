package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every query for papers and questions. */
@ApplicationScoped
class Papers {
    @PersistenceContext
    EntityManager entities;

    /** The published paper with the highest number. */
    Optional<Paper> current(long moduleId) {
        return entities.createQuery(
                        """
                        select p from Paper p where p.moduleId = :module and p.publishedAt is not null
                        order by p.number desc
                        """,
                        Paper.class)
                .setParameter("module", moduleId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Questions of a paper in order, their options loaded. */
    List<QuestionVersion> questions(Paper paper) {
        var ids = placements(paper.id());
        var found = byIds(ids);
        return ids.stream()
                .map(id -> found.stream()
                        .filter(version -> version.id() == id)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    int count(Paper paper) {
        return ((Number) entities.createNativeQuery("select count(*) from paper_question where paper_id = ?1")
                        .setParameter(1, paper.id())
                        .getSingleResult())
                .intValue();
    }

    /** Ids of the question versions of a paper, in order. */
    @SuppressWarnings("unchecked")
    List<Long> placements(long paperId) {
        return ((List<Number>) entities.createNativeQuery(
                                "select question_version_id from paper_question where paper_id = ?1 order by position")
                        .setParameter(1, paperId)
                        .getResultList())
                .stream().map(Number::longValue).toList();
    }

    List<QuestionVersion> byIds(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select distinct v from QuestionVersion v join fetch v.options where v.id in :ids",
                                QuestionVersion.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    QuestionVersion byId(long id) {
        return byIds(List.of(id)).get(0);
    }

    /** The paper being written, or else the published one. */
    Optional<Paper> latest(long moduleId) {
        return entities.createQuery(
                        "select p from Paper p where p.moduleId = :module order by p.number desc", Paper.class)
                .setParameter("module", moduleId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The paper being written, its row locked until the transaction ends. */
    Optional<Paper> lockedDraft(long moduleId) {
        return entities.createQuery(
                        "select p from Paper p where p.moduleId = :module and p.publishedAt is null", Paper.class)
                .setParameter("module", moduleId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    <T> T add(T entity) {
        entities.persist(entity);
        entities.flush();
        return entity;
    }

    /** The questions of a draft in a new order; counts as a change of the draft. Rows, for their key is their place. */
    void place(Paper draft, List<Long> versionIds) {
        entities.lock(draft, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        entities.createNativeQuery("delete from paper_question where paper_id = ?1")
                .setParameter(1, draft.id())
                .executeUpdate();
        for (var index = 0; index < versionIds.size(); index++) {
            entities.createNativeQuery(
                            "insert into paper_question (paper_id, position, question_version_id) values (?1, ?2, ?3)")
                    .setParameter(1, draft.id())
                    .setParameter(2, index + 1)
                    .setParameter(3, versionIds.get(index))
                    .executeUpdate();
        }
    }

    void replaceOptions(QuestionVersion version, List<QuestionOption> options) {
        entities.createNativeQuery("delete from question_option where question_version_id = ?1")
                .setParameter(1, version.id())
                .executeUpdate();
        for (var option : options) {
            entities.createNativeQuery(
                            "insert into question_option (question_version_id, position, text, correct) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, version.id())
                    .setParameter(2, option.position())
                    .setParameter(3, option.text())
                    .setParameter(4, option.isCorrect())
                    .executeUpdate();
        }
    }

    /** The newest wording of every question of a module, the latest question first; at most 300. */
    List<QuestionVersion> newest(long moduleId) {
        return entities.createQuery(
                        """
                        select v from QuestionVersion v join fetch v.question q where q.moduleId = :module and v.number = (
                          select max(w.number) from QuestionVersion w where w.question = q) order by q.id desc
                        """,
                        QuestionVersion.class)
                .setParameter("module", moduleId)
                .setMaxResults(300)
                .getResultList();
    }

    Optional<QuestionVersion> newestOf(long questionId) {
        return entities.createQuery(
                        """
                        select v from QuestionVersion v join fetch v.question q where q.id = :question
                        order by v.number desc
                        """,
                        QuestionVersion.class)
                .setParameter("question", questionId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether a published paper or an attempt holds this wording. */
    boolean isUsed(long versionId) {
        return ((Number) entities.createNativeQuery(
                                        """
                                select (select count(*) from paper_question q join paper p on p.id = q.paper_id
                                        where q.question_version_id = ?1 and p.published_at is not null)
                                     + (select count(*) from attempt_slot s where s.question_version_id = ?2)
                                """)
                                .setParameter(1, versionId)
                                .setParameter(2, versionId)
                                .getSingleResult())
                        .longValue()
                > 0;
    }

    /** How first attempts answered each question of a paper, by question version. Native: grouped over answer rows. */
    @SuppressWarnings("unchecked")
    Map<Long, Facility> facilities(Paper paper, List<QuestionVersion> questions) {
        var rows = (List<Object[]>) entities.createNativeQuery(
                        """
                        select s.question_version_id, x.response, count(*)
                        from paper_question q
                        join attempt_slot s on s.question_version_id = q.question_version_id
                        join attempt t on t.id = s.attempt_id and t.number = 1 and t.submitted_at is not null
                        left join attempt_answer x on x.attempt_id = s.attempt_id and x.slot = s.slot and x.sequence = (
                          select max(y.sequence) from attempt_answer y
                          where y.attempt_id = s.attempt_id and y.slot = s.slot)
                        where q.paper_id = ?1 group by s.question_version_id, x.response
                        """)
                .setParameter(1, paper.id())
                .getResultList();
        var keys = questions.stream().collect(Collectors.toMap(QuestionVersion::id, QuestionVersion::key));
        var facilities = new HashMap<Long, Facility>();
        for (var row : rows) {
            var version = ((Number) row[0]).longValue();
            var count = ((Number) row[2]).longValue();
            var right = row[1] != null
                    && !((String) row[1]).isEmpty()
                    && OptionOrder.chosen((String) row[1]).equals(keys.get(version));
            facilities.merge(
                    version,
                    new Facility(count, right ? count : 0),
                    (one, other) -> new Facility(one.answers() + other.answers(), one.right() + other.right()));
        }
        return facilities;
    }

    Optional<QuizModule> module(long moduleId, List<String> scope) {
        return lines(scope).stream()
                .filter(line -> line.moduleId() == moduleId)
                .map(line -> new QuizModule(line.moduleId(), line.title()))
                .findFirst();
    }

    /**
     * Modules of agencies under these paths and those without an agency, by title. Native: a read model over tables of the
     * training room, whose entities this room must not know; modules are few, a search runs over what this returns.
     */
    @SuppressWarnings("unchecked")
    List<PaperLine> lines(List<String> scope) {
        var rows = (List<Object[]>) entities.createNativeQuery(
                        """
                        select m.id, v.title, a.path, c.number, d.number,
                               (select count(*) from paper_question q where q.paper_id = coalesce(c.id, d.id)),
                               coalesce(c.pass_percent, d.pass_percent),
                               (select count(*) from question b where b.module_id = m.id)
                        from module m
                        join module_version v on v.module_id = m.id and v.number = (
                          select max(w.number) from module_version w where w.module_id = m.id)
                        left join agency a on a.id = m.agency_id
                        left join paper c on c.module_id = m.id and c.number = (
                          select max(p.number) from paper p where p.module_id = m.id and p.published_at is not null)
                        left join paper d on d.module_id = m.id and d.published_at is null
                        where m.retired_at is null order by v.title, m.id
                        """)
                .getResultList();
        return rows.stream()
                .filter(row -> row[2] == null || scope.stream().anyMatch(((String) row[2])::startsWith))
                .map(row -> new PaperLine(
                        ((Number) row[0]).longValue(),
                        (String) row[1],
                        whole(row[3]),
                        whole(row[4]),
                        ((Number) row[5]).intValue(),
                        row[6] == null ? 0 : ((Number) row[6]).intValue(),
                        ((Number) row[7]).intValue()))
                .toList();
    }

    private static @Nullable Integer whole(@Nullable Object column) {
        return column == null ? null : ((Number) column).intValue();
    }
}
