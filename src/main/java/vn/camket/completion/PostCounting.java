package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.LateEnrolled;
import vn.camket.organization.Agency;
import vn.camket.organization.EmployeeLeft;
import vn.camket.organization.EmployeeMoved;
import vn.camket.platform.Vietnam;

/**
 * Who joins while a campaign runs is counted from then on. Who moves takes the enrolments of open campaigns along, counters and all; of who leaves nothing is asked any more. What
 * was done stays credited to the agency of that moment.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class PostCounting {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Results results;

    @Inject
    Recount recount;

    @Inject
    Clock clock;

    void moved(@Observes EmployeeMoved fact) {
        var to = entities.getReference(Agency.class, fact.toAgencyId());
        for (var enrolment : open(fact.employeeId())) {
            var agencies = new TreeSet<>(Set.of(fact.toAgencyId()));
            agencies.add(enrolment.agency().id());
            enrolment.transferTo(to);
            write(enrolment, agencies);
        }
    }

    void enrolledLate(@Observes LateEnrolled fact) {
        recount.writeAgency(fact.campaignId(), fact.agencyId());
        recount.keepDay(fact.campaignId(), fact.agencyId(), Vietnam.today(clock));
    }

    void left(@Observes EmployeeLeft fact) {
        for (var enrolment : open(fact.employeeId())) {
            enrolment.withdraw("EMPLOYEE_LEFT " + fact.on());
            write(enrolment, Set.of(enrolment.agency().id()));
        }
    }

    /** Agencies in the order of their ids, so that two moves cannot lock crosswise. */
    private void write(Enrolment enrolment, Set<Long> agencies) {
        entities.flush();
        for (var agency : agencies) {
            recount.writeAgency(enrolment.campaign().id(), agency);
            recount.keepDay(enrolment.campaign().id(), agency, Vietnam.today(clock));
        }
    }

    private List<Enrolment> open(long employeeId) {
        return entities.createQuery(
                        """
                        select e.id from Enrolment e
                        where e.employee.id = :employee and e.campaign.openedAt is not null
                          and e.campaign.closedAt is null
                          and e.state <> vn.camket.campaign.Enrolment.State.WITHDRAWN
                        order by e.id
                        """,
                        Long.class)
                .setParameter("employee", employeeId)
                .getResultStream()
                .flatMap(id -> results.locked(id).stream())
                .toList();
    }
}
