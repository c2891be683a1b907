package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import vn.camket.organization.EmployeeJoined;
import vn.camket.organization.EmployeeMoved;
import vn.camket.platform.Vietnam;

/**
 * Whoever joins, or moves into the audience of a campaign that runs, takes part in it; one statement for all campaigns.
 * Who takes part already, or did once, is left as he is.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class LateEnrolling {
    @Inject
    Audience audience;

    @Inject
    Event<LateEnrolled> facts;

    @Inject
    Clock clock;

    void joined(@Observes EmployeeJoined fact) {
        enrol(fact.employeeId());
    }

    void moved(@Observes EmployeeMoved fact) {
        enrol(fact.employeeId());
    }

    private void enrol(long employeeId) {
        audience.enrolLate(employeeId, Vietnam.today(clock), clock.instant()).forEach(facts::fire);
    }
}
