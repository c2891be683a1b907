package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.camket.organization.Agency;

/** Every query for templates and their texts. */
@ApplicationScoped
class PledgeTexts {
    /**
     * Which templates are kept by a planner.
     *
     * @param scope paths of agencies with all below them
     * @param top whether the templates that came with the application are among them
     */
    record Kept(List<String> scope, boolean top) {}

    @PersistenceContext
    EntityManager entities;

    /** What a planner may read: published texts of everybody, drafts of templates kept in the own scope. */
    private static final String READABLE =
            """
            (n.publishedAt is not null or (a.path is null and :top = 1)
             or exists (select s.id from Agency s where s.path in :scope and a.path like concat(s.path, '%')))
            """;

    /** Templates of which something is readable, each with its newest readable text. */
    List<PledgeTemplateLine> lines(Kept kept, int offset, int size) {
        return entities
                .createQuery(
                        """
                        select t, a.name,
                          (select count(distinct s.campaign) from Step s
                           where s.kind = vn.camket.campaign.StepKind.PLEDGE and s.subjectId = p.id),
                          (select count(c) from PledgeClause c where c.text = t)
                        from PledgeText t join fetch t.template p left join p.agency a
                        where t.number = (select max(n.number) from PledgeText n where n.template = p and %s)
                        order by t.title, t.id
                        """
                                .formatted(READABLE),
                        Object[].class)
                .setParameter("top", kept.top() ? 1 : 0)
                .setParameter("scope", kept.scope())
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(row -> new PledgeTemplateLine(
                        (PledgeText) row[0], Optional.ofNullable((String) row[1]), (Long) row[2], (Long) row[3]))
                .toList();
    }

    long count(Kept kept) {
        return entities.createQuery(
                        """
                        select count(p) from PledgeTemplate p left join p.agency a
                        where exists (select n.id from PledgeText n where n.template = p and %s)
                        """
                                .formatted(READABLE),
                        Long.class)
                .setParameter("top", kept.top() ? 1 : 0)
                .setParameter("scope", kept.scope())
                .getSingleResult();
    }

    Optional<PledgeTemplate> template(long id) {
        return Optional.ofNullable(entities.find(PledgeTemplate.class, id));
    }

    /** Lets one author at a time act on a template. */
    void lock(PledgeTemplate template) {
        entities.lock(template, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first. */
    List<PledgeText> of(PledgeTemplate template) {
        return entities.createQuery(
                        "select t from PledgeText t where t.template = :template order by t.number desc",
                        PledgeText.class)
                .setParameter("template", template)
                .getResultList();
    }

    Optional<PledgeText> text(long id) {
        return Optional.ofNullable(entities.find(PledgeText.class, id));
    }

    /** Replaces all clauses of a draft. */
    void replaceClauses(PledgeText text, List<PledgeDraft.Clause> clauses) {
        entities.lock(text, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        entities.flush();
        entities.createQuery("delete from PledgeClause c where c.text = :text")
                .setParameter("text", text)
                .executeUpdate();
        for (var index = 0; index < clauses.size(); index++) {
            var clause = clauses.get(index);
            entities.persist(new PledgeClause(text, index + 1, clause.audience(), clause.wording()));
        }
        entities.flush();
        entities.refresh(text);
    }

    void remove(PledgeText text) {
        entities.createQuery("delete from PledgeClause c where c.text = :text")
                .setParameter("text", text)
                .executeUpdate();
        entities.remove(text);
        entities.flush();
    }

    /** Writes what has changed, before others of this transaction read it. */
    void flush() {
        entities.flush();
    }

    Agency agencyAt(String path) {
        return entities.createQuery("select a from Agency a where a.path = :path", Agency.class)
                .setParameter("path", path)
                .getSingleResult();
    }

    void remove(PledgeTemplate template) {
        entities.remove(template);
    }

    <T> T add(T row) {
        entities.persist(row);
        entities.flush();
        return row;
    }
}
