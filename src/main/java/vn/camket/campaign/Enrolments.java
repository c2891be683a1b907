package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;

/** Enrolments as the rooms above need them: always the caller's own. */
@ApplicationScoped
public class Enrolments {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    /**
     * The caller's own enrolment.
     *
     * @throws NotFound if there is none with this id or it is someone else's
     */
    public Enrolment own(long id) {
        return ownMaybe(id).orElseThrow(NotFound::new);
    }

    private Optional<Enrolment> ownMaybe(long id) {
        return entities.createQuery(
                        """
                        select e from Enrolment e join fetch e.campaign join fetch e.employee join fetch e.agency
                        where e.id = :id and e.employee.id = :employee
                        """,
                        Enrolment.class)
                .setParameter("id", id)
                .setParameter("employee", caller.employeeId().orElseThrow(NotFound::new))
                .getResultStream()
                .findFirst();
    }

    /** The caller's enrolments in campaigns that were opened and not closed, the one that ends first on top. */
    public List<Enrolment> ownOpen() {
        return entities.createQuery(
                        """
                        select e from Enrolment e join fetch e.campaign c join fetch e.agency
                        where e.employee.id = :employee and c.openedAt is not null and c.closedAt is null
                          and e.state <> vn.camket.campaign.Enrolment.State.WITHDRAWN
                        order by c.closesOn, c.id
                        """,
                        Enrolment.class)
                .setParameter("employee", caller.employeeId().orElseThrow(NotFound::new))
                .setMaxResults(20)
                .getResultList();
    }

    /** The step of an enrolment's campaign. @throws NotFound if the campaign has none with this id that concerns it */
    public Step step(Enrolment enrolment, long stepId) {
        return enrolment.campaign().steps().stream()
                .filter(step -> step.id() == stepId && step.concerns(enrolment))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
