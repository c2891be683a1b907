package vn.camket.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Enrolment;

/** What is known of one person in a campaign; facts of other rooms are read by SQL, for their classes are theirs. */
@ApplicationScoped
class Persons {
    @PersistenceContext
    EntityManager entities;

    Optional<Enrolment> enrolment(long id) {
        return entities.createQuery(
                        """
                        select e from Enrolment e join fetch e.employee join fetch e.agency join fetch e.campaign
                        where e.id = :id
                        """,
                        Enrolment.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    String position(Enrolment enrolment, LocalDate today) {
        return entities.createQuery(
                        """
                        select m.position from Membership m
                        where m.employee = :employee and m.kind = vn.camket.organization.Membership.Kind.MAIN
                          and m.period.from <= :today and (m.period.to is null or m.period.to > :today)
                        """,
                        String.class)
                .setParameter("employee", enrolment.employee())
                .setParameter("today", today)
                .getResultStream()
                .findFirst()
                .orElse("");
    }

    List<PersonReport.StepLine> steps(Enrolment enrolment, LocalDate today) {
        var results = new HashMap<Long, Object[]>();
        for (var row : Figures.list(entities.createNativeQuery(
                        "select r.step_id, r.met_at, r.score_percent from step_result r where r.enrolment_id = ?1")
                .setParameter(1, enrolment.id())
                .getResultList())) {
            results.put(Rows.number(row[0]), row);
        }
        var owing = enrolment.state() == Enrolment.State.ACTIVE;
        return enrolment.campaign().steps().stream()
                .filter(step -> step.concerns(enrolment))
                .map(step -> {
                    var result = Optional.ofNullable(results.get(step.id()));
                    var late = result.isEmpty() && owing ? ChronoUnit.DAYS.between(step.dueOn(), today) : 0;
                    return new PersonReport.StepLine(
                            step,
                            result.flatMap(row -> Rows.instant(row[1])),
                            result.filter(row -> row[2] != null).map(row -> Rows.number(row[2])),
                            Math.max(0, late));
                })
                .toList();
    }

    Optional<PersonReport.Refused> refused(Enrolment enrolment) {
        return Figures.list(entities.createNativeQuery(
                                """
                        select f.refused_at, f.reason from refused_pledge f
                        where f.enrolment_id = ?1 and %s order by f.id desc
                        """
                                        .formatted(Overdue.REFUSAL_STANDS))
                        .setParameter(1, enrolment.id())
                        .getResultList())
                .stream()
                .findFirst()
                .map(row -> new PersonReport.Refused(
                        Rows.instant(row[0]).orElseThrow(),
                        Optional.ofNullable(row[1]).map(Rows::text)));
    }

    Optional<PersonReport.Pledge> pledge(Enrolment enrolment) {
        return Figures.list(entities.createNativeQuery(
                                """
                        select g.signed_at, f.confirmed_at from signature g
                        left join confirmation f on f.signature_id = g.id
                        where g.enrolment_id = ?1
                          and not exists (select 1 from signature_end x where x.signature_id = g.id)
                        order by g.signed_at desc
                        """)
                        .setParameter(1, enrolment.id())
                        .getResultList())
                .stream()
                .findFirst()
                .map(row -> new PersonReport.Pledge(Rows.instant(row[0]).orElseThrow(), Rows.instant(row[1])));
    }
}
