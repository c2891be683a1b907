package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

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
}
