package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign can ask and cite: published modules, the pledge, legal documents. Native SQL: a read model over tables of
 * rooms above and beside, whose entities this room must not know.
 */
@ApplicationScoped
class Catalogue {
    @PersistenceContext
    EntityManager entities;

    /** Modules with a published version by title, then pledge templates with a published text. */
    List<Subject> subjects() {
        List<?> rows = entities.createNativeQuery(
                        """
                        select x.kind, x.id, x.title, x.title_en, x.audience, x.lessons from (
                          select 1 as place, 'MODULE' as kind, v.module_id as id, v.title, v.title_en, v.audience,
                                 (select count(*) from lesson l where l.module_version_id = v.id) as lessons
                          from module_version v join module m on m.id = v.module_id
                          where m.retired_at is null and v.number = (
                            select max(p.number) from module_version p
                            where p.module_id = v.module_id and p.published_at is not null)
                          union all
                          select 2, 'PLEDGE', t.template_id, t.title, t.title_en, 'ALL', 0
                          from pledge_text t
                          where t.number = (
                            select max(p.number) from pledge_text p
                            where p.template_id = t.template_id and p.published_at is not null)
                        ) x order by x.place, x.title
                        """)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Subject(
                        StepKind.valueOf(String.valueOf(row[0])),
                        ((Number) row[1]).longValue(),
                        String.valueOf(row[2]),
                        text(row[3]),
                        StepAudience.valueOf(String.valueOf(row[4])),
                        ((Number) row[5]).intValue()))
                .toList();
    }

    Optional<Subject> subject(StepKind kind, long id) {
        return subjects().stream()
                .filter(subject -> subject.kind() == kind && subject.id() == id)
                .findFirst();
    }

    /** Legal documents in the order of their numbers, at most 200. */
    List<Basis> documents() {
        return documents("where d.status <> 'EXPIRED' order by d.issued_on desc, d.number limit 200", null);
    }

    /** The legal basis of a campaign, in its order. */
    List<Basis> basisOf(long campaignId) {
        return documents(
                "join campaign_document c on c.document_id = d.id where c.campaign_id = ?1 order by c.position",
                campaignId);
    }

    private List<Basis> documents(String which, @Nullable Long campaignId) {
        var query =
                entities.createNativeQuery("select d.id, d.number, d.title, d.status from legal_document d " + which);
        if (campaignId != null) {
            query.setParameter(1, campaignId);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Basis(
                        ((Number) row[0]).longValue(),
                        String.valueOf(row[1]),
                        String.valueOf(row[2]),
                        !"EXPIRED".equals(row[3])))
                .toList();
    }

    private static @Nullable String text(@Nullable Object column) {
        return column == null ? null : String.valueOf(column);
    }
}
