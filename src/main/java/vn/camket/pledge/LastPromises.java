package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Employee;

/** What people promised last, and how it was kept: the start of their next pledge. */
@ApplicationScoped
class LastPromises {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Pledges pledges;

    /** Of the person's newest pledge, whatever became of it. */
    PastPromises of(Employee employee) {
        var commitments = pledges.lastCommitments(employee);
        return new PastPromises(
                commitments.stream()
                        .map(one -> new PledgeContent.Commitment(source(one), one.wording()))
                        .toList(),
                commitments.isEmpty()
                        ? java.util.Map.of()
                        : grades(commitments.get(0).signature()).stream()
                                .collect(Collectors.toMap(
                                        grade -> ThreadLine.key(grade.commitment()),
                                        SheetGrade::grade,
                                        (one, other) -> other)));
    }

    private static @Nullable String source(SignedCommitment commitment) {
        return commitment.sourceCode().orElse(null);
    }

    /** On the newest sheet of the pledge of which this is a signature. */
    private List<SheetGrade> grades(Signature signature) {
        return entities.createQuery(
                        """
                        select g from SheetGrade g join fetch g.commitment
                        where g.sheet.enrolment = :enrolment and g.sheet.step = :step and g.sheet.number = (
                          select max(t.number) from ThreadSheet t where t.enrolment = :enrolment and t.step = :step)
                        """,
                        SheetGrade.class)
                .setParameter("enrolment", signature.enrolment())
                .setParameter("step", signature.step())
                .getResultList();
    }
}
