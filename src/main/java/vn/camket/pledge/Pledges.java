package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Enrolment;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;

/** Every query for pledges. */
@ApplicationScoped
class Pledges {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * The text that a campaign signs: the newest that was published when it opened, so that all of one campaign sign the
     * same words, or a newer one that asks to be signed again; for a template published later, its first.
     */
    PledgeText text(long templateId, Instant openedAt) {
        var published = entities.createQuery(
                        """
                        select t from PledgeText t join fetch t.template
                        where t.template.id = :template and t.publishedAt is not null
                        order by t.number
                        """,
                        PledgeText.class)
                .setParameter("template", templateId)
                .getResultList();
        return published.stream()
                .filter(text -> text.asksAgain()
                        || text.publishedAt()
                                .filter(at -> !at.isAfter(openedAt))
                                .isPresent())
                .reduce((earlier, later) -> later)
                .or(() -> published.stream().findFirst())
                .orElseThrow(NotFound::new);
    }

    /** The signatures of one step of an enrolment, the newest first. */
    List<Signature> signatures(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select s from Signature s join fetch s.entry
                        where s.enrolment.id = :enrolment and s.step.id = :step
                        order by s.sequence desc
                        """,
                        Signature.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultList();
    }

    /** What ended a signature; empty while it stands. */
    Optional<SignatureEnd> end(long signatureId) {
        return entities.createQuery(
                        """
                        select x from SignatureEnd x join fetch x.endedBy left join fetch x.agency
                        where x.signatureId = :signature
                        """,
                        SignatureEnd.class)
                .setParameter("signature", signatureId)
                .getResultStream()
                .findFirst();
    }

    /** A signature with all that its receipt shows. */
    Optional<Signature> signature(LookupCode code) {
        return entities.createQuery(
                        """
                        select s from Signature s
                        join fetch s.entry join fetch s.agency join fetch s.employee join fetch s.enrolment
                        where s.lookupCode = :code
                        """,
                        Signature.class)
                .setParameter("code", code.value())
                .getResultStream()
                .findFirst();
    }

    /** Signatures with their entries, people, agencies and campaigns. */
    List<Signature> withParticulars(Collection<Long> ids) {
        return entities.createQuery(
                        """
                        select s from Signature s
                        join fetch s.entry join fetch s.agency join fetch s.employee join fetch s.enrolment n
                        join fetch n.campaign
                        where s.id in :ids order by s.id
                        """,
                        Signature.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    List<OwnPledge> ofEmployee(long employeeId, int offset, int size) {
        return entities.createQuery(
                        """
                        select new vn.camket.pledge.OwnPledge(
                          s.lookupCode, t.title, k.name, k.cycleName, s.signedAt, c.confirmedAt,
                          x.kind, x.endedAt, x.reason, e.id, p.id,
                          (select count(m) from SignedCommitment m where m.signature = s))
                        from Signature s join s.text t join s.step p join s.enrolment e join e.campaign k
                        left join Confirmation c on c.signatureId = s.id
                        left join SignatureEnd x on x.signatureId = s.id
                        where s.employee.id = :employee
                        order by s.signedAt desc, s.id desc
                        """,
                        OwnPledge.class)
                .setParameter("employee", employeeId)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    /** Codes of the person's pledges that were returned or withdrawn and not signed again, in campaigns that are open. */
    List<String> openAgain(long employeeId) {
        return entities.createQuery(
                        """
                        select s.lookupCode from Signature s
                        where s.employee.id = :employee and s.enrolment.campaign.closedAt is null
                          and exists (select x from SignatureEnd x where x.signatureId = s.id)
                          and not exists (select n from Signature n
                            where n.enrolment.id = s.enrolment.id and n.step.id = s.step.id and n.sequence > s.sequence)
                        """,
                        String.class)
                .setParameter("employee", employeeId)
                .getResultList();
    }

    long countOfEmployee(long employeeId) {
        return entities.createQuery("select count(s) from Signature s where s.employee.id = :employee", Long.class)
                .setParameter("employee", employeeId)
                .getSingleResult();
    }

    /** The newest signature of each step, with what ended it and who did; those two are null while it stands. */
    List<Object[]> newest(Collection<Long> enrolmentIds) {
        return entities.createQuery(
                        """
                        select s, x, p from Signature s join fetch s.text join fetch s.agency
                        left join SignatureEnd x on x.signatureId = s.id left join x.endedBy p
                        where s.enrolment.id in :enrolments and s.sequence = (
                          select max(n.sequence) from Signature n where n.enrolment = s.enrolment and n.step = s.step)
                        """,
                        Object[].class)
                .setParameter("enrolments", enrolmentIds)
                .getResultList();
    }

    /** Texts that ask to be signed again, of the templates of these texts, the newest first. */
    List<PledgeText> asking(Collection<PledgeText> signed) {
        return entities.createQuery(
                        """
                        select t from PledgeText t
                        where t.asksAgain = true and t.publishedAt is not null and t.template in :templates
                        order by t.number desc
                        """,
                        PledgeText.class)
                .setParameter(
                        "templates",
                        signed.stream().map(PledgeText::template).distinct().toList())
                .getResultList();
    }

    Optional<Confirmation> confirmation(long signatureId) {
        return entities.createQuery(
                        """
                        select c from Confirmation c join fetch c.confirmedBy join fetch c.agency
                        where c.signatureId = :signature
                        """,
                        Confirmation.class)
                .setParameter("signature", signatureId)
                .getResultStream()
                .findFirst();
    }

    Optional<PledgePdf> pdf(long signatureId) {
        return entities.createQuery("select p from PledgePdf p where p.signatureId = :signature", PledgePdf.class)
                .setParameter("signature", signatureId)
                .getResultStream()
                .findFirst();
    }

    /** Signatures after an id that stand and have no PDF yet, each with what the PDF is made of. */
    List<Signature> withoutPdf(long afterId, int most) {
        return entities.createQuery(
                        """
                        select s from Signature s join fetch s.entry join fetch s.enrolment
                        where s.id > :after and not exists (select p from PledgePdf p where p.signatureId = s.id)
                          and not exists (select x from SignatureEnd x where x.signatureId = s.id)
                        order by s.id
                        """,
                        Signature.class)
                .setParameter("after", afterId)
                .setMaxResults(most)
                .getResultList();
    }

    /** The personal commitments of the person's newest pledge, whatever became of it. */
    List<SignedCommitment> lastCommitments(Employee employee) {
        return entities.createQuery(
                        """
                        select c from SignedCommitment c join fetch c.signature
                        where c.signature.id = (select max(s.id) from Signature s where s.employee = :employee)
                        order by c.position
                        """,
                        SignedCommitment.class)
                .setParameter("employee", employee)
                .getResultList();
    }

    /** Lets only one transaction at a time act on the pledges of these enrolments. */
    void lock(Collection<Long> enrolmentIds) {
        entities.createQuery("select e from Enrolment e where e.id in :ids order by e.id", Enrolment.class)
                .setParameter("ids", enrolmentIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Post held today; empty text for a person without one. */
    String position(Employee employee) {
        return entities.createQuery(
                        """
                        select m.position from Membership m
                        where m.employee.id = :employee and m.kind = vn.camket.organization.Membership.Kind.MAIN
                          and m.period.from <= :today and (m.period.to is null or m.period.to > :today)
                        """,
                        String.class)
                .setParameter("employee", employee.id())
                .setParameter("today", Vietnam.today(clock))
                .getResultStream()
                .findFirst()
                .orElse("");
    }

    /** The agencies from the top down to this one. */
    List<Agency> lineage(Agency agency) {
        return entities.createQuery("select a from Agency a where a.id in :ids order by a.depth", Agency.class)
                .setParameter("ids", agency.lineage())
                .getResultList();
    }

    Employee employee(long id) {
        return Optional.ofNullable(entities.find(Employee.class, id)).orElseThrow(NotFound::new);
    }

    <T> T add(T row) {
        entities.persist(row);
        entities.flush();
        return row;
    }
}
