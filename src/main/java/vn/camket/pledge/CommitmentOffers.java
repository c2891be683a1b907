package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import vn.camket.campaign.CommitmentRule;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/**
 * Which commitments of the library fit a person. Native SQL: the post is searched for the words of the library, the other
 * way round than a search usually goes.
 */
@ApplicationScoped
class CommitmentOffers {
    private static final int MOST = 40;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Pledges pledges;

    @Inject
    LastPromises last;

    /**
     * Active ones of the person's agency and those above it, and of the application: what the person did not fully keep in
     * the pledge before comes first, then the most particular.
     */
    CommitmentOffer of(Enrolment enrolment, Step step) {
        return step.commitments() == CommitmentRule.NONE
                ? new CommitmentOffer(CommitmentRule.NONE, List.of())
                : new CommitmentOffer(step.commitments(), offered(enrolment))
                        .first(last.of(enrolment.employee()).unmetSources());
    }

    private List<OfferedCommitment> offered(Enrolment enrolment) {
        List<?> rows = entities.createNativeQuery(
                        """
                        select x.id, x.code, x.wording, x.offered_as from (
                          select s.id, s.code, s.wording,
                            case when exists (select 1 from commitment_position p where p.source_id = s.id) then 'POSITION'
                              when s.audience = 'ALL' then 'EVERYBODY' else s.audience end as offered_as
                          from commitment_source s
                          left join agency a on a.id = s.agency_id
                          where s.active = true and (s.agency_id is null or ?1 like concat(a.path, '%'))
                            and (s.person_classes = '' or concat(',', s.person_classes, ',') like ?2)
                            and (s.audience = 'ALL' or (s.audience = 'LEADERS' and ?3 = 1)
                              or (s.audience = 'POLICY_MAKERS' and ?4 = 1))
                            and (not exists (select 1 from commitment_position p where p.source_id = s.id)
                              or exists (select 1 from commitment_position p where p.source_id = s.id
                                and ?5 like concat('% ', p.phrase, ' %')))
                        ) x
                        order by case x.offered_as when 'POSITION' then 1 when 'LEADERS' then 2
                          when 'POLICY_MAKERS' then 3 else 4 end, x.id
                        """)
                .setParameter(1, enrolment.agency().path())
                .setParameter(2, "%," + enrolment.employee().personClass().name() + ",%")
                .setParameter(3, enrolment.isLeader() ? 1 : 0)
                .setParameter(4, enrolment.isPolicyMaker() ? 1 : 0)
                .setParameter(5, padded(pledges.position(enrolment.employee())))
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new OfferedCommitment(
                        ((Number) row[0]).longValue(),
                        String.valueOf(row[1]),
                        String.valueOf(row[2]),
                        CommitmentGroup.valueOf(String.valueOf(row[3]))))
                .toList();
    }

    /** Words only, each between blanks: part of a word is no match. */
    static String padded(String position) {
        return " " + CommitmentDraft.bare(position) + " ";
    }
}
