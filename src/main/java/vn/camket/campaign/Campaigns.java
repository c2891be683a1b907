package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.camket.organization.Agency;
import vn.camket.platform.VietnameseText;

/** Every query for campaigns and what belongs to one. */
@ApplicationScoped
class Campaigns {
    /** Rows of a page. */
    private static final int PAGE = 20;

    @PersistenceContext
    EntityManager entities;

    Optional<Campaign> byId(long id) {
        return entities.createQuery("select c from Campaign c join fetch c.agency where c.id = :id", Campaign.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Campaigns owned within a scope, the newest first. */
    List<Campaign> within(List<String> scope, int offset) {
        return scoped(
                        "select c from Campaign c join fetch c.agency a where " + anyOf(scope, "a")
                                + " order by c.opensOn desc, c.id desc",
                        Campaign.class,
                        scope)
                .setFirstResult(offset)
                .setMaxResults(PAGE)
                .getResultList();
    }

    long countWithin(List<String> scope) {
        return scoped("select count(c) from Campaign c join c.agency a where " + anyOf(scope, "a"), Long.class, scope)
                .getSingleResult();
    }

    /** Agencies at the top of a scope. */
    List<Agency> tops(List<String> scope) {
        return scope.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select a from Agency a where a.path in :paths order by a.depth, a.nameKey",
                                Agency.class)
                        .setParameter("paths", scope)
                        .getResultList();
    }

    /** The agency and those below whose folded name has the words; without words those directly below. At most 20. */
    List<Agency> agencies(Agency top, String words) {
        var folded = VietnameseText.fold(words);
        var query = folded.isEmpty()
                ? entities.createQuery(
                                "select a from Agency a where (a = :top or a.parent = :top) and a.dissolvedOn is null"
                                        + " order by a.depth, a.nameKey",
                                Agency.class)
                        .setParameter("top", top)
                : entities.createQuery(
                                "select a from Agency a where a.path like :path and a.nameFolded like :words"
                                        + " escape '!' and a.dissolvedOn is null order by a.depth, a.nameKey",
                                Agency.class)
                        .setParameter("path", top.path() + "%")
                        .setParameter("words", "%" + folded.replaceAll("([!%_])", "!$1") + "%");
        return query.setMaxResults(PAGE).getResultList();
    }

    List<Phase> phases(Campaign campaign) {
        return entities.createQuery(
                        "select p from Phase p where p.campaign = :campaign order by p.position", Phase.class)
                .setParameter("campaign", campaign)
                .getResultList();
    }

    List<AudienceRule> rules(Campaign campaign) {
        return entities.createQuery(
                        "select r from AudienceRule r join fetch r.agency where r.campaign = :campaign order by r.id",
                        AudienceRule.class)
                .setParameter("campaign", campaign)
                .getResultList();
    }

    List<Step> steps(Campaign campaign) {
        return entities.createQuery("select s from Step s where s.campaign = :campaign order by s.position", Step.class)
                .setParameter("campaign", campaign)
                .getResultList();
    }

    void replacePhases(Campaign campaign, List<PlannedPhase> planned) {
        entities.createQuery("delete from Phase p where p.campaign = :campaign")
                .setParameter("campaign", campaign)
                .executeUpdate();
        IntStream.range(0, planned.size())
                .mapToObj(index -> new Phase(
                        campaign,
                        index + 1,
                        planned.get(index).name(),
                        planned.get(index).startsOn(),
                        planned.get(index).endsOn()))
                .forEach(entities::persist);
    }

    void replaceBasis(Campaign campaign, List<Long> documentIds) {
        entities.createNativeQuery("delete from campaign_document where campaign_id = ?1")
                .setParameter(1, campaign.id())
                .executeUpdate();
        for (var index = 0; index < documentIds.size(); index++) {
            entities.createNativeQuery(
                            "insert into campaign_document (campaign_id, document_id, position) values (?1, ?2, ?3)")
                    .setParameter(1, campaign.id())
                    .setParameter(2, documentIds.get(index))
                    .setParameter(3, index + 1)
                    .executeUpdate();
        }
    }

    void replaceSteps(Campaign campaign, List<Step> steps) {
        entities.createQuery("delete from Step s where s.campaign = :campaign")
                .setParameter("campaign", campaign)
                .executeUpdate();
        steps.forEach(entities::persist);
    }

    /** Stores a row at once, so that it has its id. */
    void add(Object row) {
        entities.persist(row);
        entities.flush();
    }

    void remove(Object row) {
        entities.remove(row);
    }

    Optional<Agency> agency(long id) {
        return Optional.ofNullable(entities.find(Agency.class, id));
    }

    /** A change of what belongs to the campaign counts as a change of the campaign. */
    void touch(Campaign campaign) {
        entities.lock(campaign, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /**
     * Waits until nobody is in the middle of an act that holds the row of an enrolment, and keeps all from beginning one
     * until the transaction ends: they read afterwards that the campaign is closed. Native: locks rows and changes nothing.
     */
    void waitForActs(Campaign campaign) {
        entities.createNativeQuery("update enrolment set state = state where campaign_id = ?1")
                .setParameter(1, campaign.id())
                .setHint("jakarta.persistence.query.timeout", 600_000)
                .executeUpdate();
    }

    /** The person's last due day follows the steps of the campaign; only those not done. Native: one statement for all. */
    void renewDueDays(Campaign campaign) {
        entities.flush();
        entities.createNativeQuery("update enrolment set due_on = coalesce("
                        + LAST_DUE.formatted("enrolment.campaign_id", "enrolment")
                        + ", due_on) where campaign_id = ?1 and state <> 'WITHDRAWN'")
                .setParameter(1, campaign.id())
                .setHint("jakarta.persistence.query.timeout", 600_000)
                .executeUpdate();
    }

    /** The due day of the last step that concerns a person. */
    static final String LAST_DUE =
            """
            (select max(s.due_on) from step s where s.campaign_id = %1$s
               and (s.audience = 'ALL' or (s.audience = 'LEADERS' and %2$s.leader = true)
                 or (s.audience = 'POLICY_MAKERS' and %2$s.policy_maker = true)))
            """;

    private <T> TypedQuery<T> scoped(String query, Class<T> type, List<String> scope) {
        var typed = entities.createQuery(query, type);
        for (var index = 0; index < scope.size(); index++) {
            typed.setParameter("path" + index, scope.get(index) + "%");
        }
        return typed;
    }

    private static String anyOf(List<String> scope, String agency) {
        return scope.isEmpty()
                ? "1 = 0"
                : IntStream.range(0, scope.size())
                        .mapToObj(index -> agency + ".path like :path" + index)
                        .collect(Collectors.joining(" or ", "(", ")"));
    }
}
