package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.RatingRound;
import vn.camket.organization.Employee;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;

/** Every query for the threads of pledges; a thread is read in seven statements. */
@ApplicationScoped
class Threads {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Pledges pledges;

    @Inject
    Clock clock;

    /** A signature with all that its thread shows. @throws NotFound for a code that is none */
    Signature signature(String typedCode) {
        return LookupCode.typed(typedCode)
                .flatMap(code -> entities.createQuery(
                                """
                                select s from Signature s join fetch s.entry join fetch s.employee join fetch s.text
                                join fetch s.step join fetch s.enrolment n join fetch n.campaign k join fetch k.agency
                                where s.lookupCode = :code
                                """,
                                Signature.class)
                        .setParameter("code", code.value())
                        .getResultStream()
                        .findFirst())
                .orElseThrow(NotFound::new);
    }

    PledgeThread of(Signature signature) {
        var enrolment = signature.enrolment().id();
        var step = signature.step().id();
        var signatures = pledges.signatures(enrolment, step);
        var commitments = commitments(enrolment, step);
        var entries = entries(enrolment, step);
        var grades = selfGrades(enrolment, step);
        var sheet = sheet(enrolment, step);
        var heads = sheet.map(one -> byKey(sheetGrades(one), SheetGrade::commitment))
                .orElse(Map.of());
        var notes = ThreadNote.of(entries).stream()
                .collect(Collectors.groupingBy(
                        note -> ThreadLine.key(note.entry().commitment())));
        var midYear = byKey(of(grades, RatingRound.MID_YEAR), SelfGrade::commitment);
        var yearEnd = byKey(of(grades, RatingRound.YEAR_END), SelfGrade::commitment);
        return new PledgeThread(
                signature,
                pledges.end(signature.id()),
                standing(signature, signatures),
                signature.enrolment().campaign().ratingDays(),
                Vietnam.day(signatures.get(signatures.size() - 1).signedAt()),
                Vietnam.today(clock),
                commitments.stream()
                        .filter(one -> one.signature().id() == signature.id())
                        .map(one -> new ThreadLine(
                                one,
                                notes.getOrDefault(ThreadLine.key(one), List.of()),
                                Optional.ofNullable(midYear.get(ThreadLine.key(one))),
                                Optional.ofNullable(yearEnd.get(ThreadLine.key(one))),
                                Optional.ofNullable(heads.get(ThreadLine.key(one)))))
                        .toList(),
                newest(grades, RatingRound.MID_YEAR),
                newest(grades, RatingRound.YEAR_END),
                entries.isEmpty() ? 0 : entries.get(entries.size() - 1).id(),
                sheet);
    }

    private @Nullable LookupCode standing(Signature signature, List<Signature> newestFirst) {
        var newest = newestFirst.get(0);
        return newest.id() != signature.id() && pledges.end(newest.id()).isEmpty() ? newest.lookupCode() : null;
    }

    private static List<SelfGrade> of(List<SelfGrade> grades, RatingRound round) {
        return grades.stream().filter(grade -> grade.rating().round() == round).toList();
    }

    private static Optional<SelfRating> newest(List<SelfGrade> grades, RatingRound round) {
        return of(grades, round).stream().map(SelfGrade::rating).findFirst();
    }

    private static <T> Map<String, T> byKey(List<T> rows, java.util.function.Function<T, SignedCommitment> commitment) {
        var byKey = new HashMap<String, T>();
        rows.forEach(row -> byKey.put(ThreadLine.key(commitment.apply(row)), row));
        return byKey;
    }

    /** Of all signatures of a step of an enrolment. */
    private List<SignedCommitment> commitments(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select c from SignedCommitment c join fetch c.signature s
                        where s.enrolment.id = :enrolment and s.step.id = :step order by s.sequence, c.position
                        """,
                        SignedCommitment.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultList();
    }

    /** All, also those that were replaced, in the order in which they were written. */
    List<ThreadEntry> entries(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select t from ThreadEntry t join fetch t.commitment c
                        where c.signature.enrolment.id = :enrolment and c.signature.step.id = :step order by t.id
                        """,
                        ThreadEntry.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultList();
    }

    /** Of the self-ratings that hold. */
    private List<SelfGrade> selfGrades(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select g from SelfGrade g join fetch g.rating r join fetch g.commitment
                        where r.enrolment.id = :enrolment and r.step.id = :step and r.number = (
                          select max(n.number) from SelfRating n
                          where n.enrolment = r.enrolment and n.step = r.step and n.round = r.round)
                        """,
                        SelfGrade.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultList();
    }

    /** The one that a form made; empty if the form is new. */
    Optional<SelfRating> ratingOf(String requestKey) {
        return entities.createQuery("select r from SelfRating r where r.requestKey = :key", SelfRating.class)
                .setParameter("key", requestKey)
                .getResultStream()
                .findFirst();
    }

    /** The newest sheet. */
    Optional<ThreadSheet> sheet(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select t from ThreadSheet t join fetch t.ratedBy join fetch t.agency join fetch t.entry
                        where t.enrolment.id = :enrolment and t.step.id = :step order by t.number desc
                        """,
                        ThreadSheet.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<SheetGrade> sheetGrades(ThreadSheet sheet) {
        return entities.createQuery(
                        "select g from SheetGrade g join fetch g.commitment where g.sheet = :sheet", SheetGrade.class)
                .setParameter("sheet", sheet)
                .getResultList();
    }

    /** Pledges of a person that stand, hold personal commitments, and have no sheet yet; the newest first, at most ten. */
    List<Signature> unrated(long employeeId) {
        return entities.createQuery(
                        """
                        select s from Signature s join fetch s.enrolment n join fetch n.campaign
                        where s.employee.id = :employee
                          and n.state = vn.camket.campaign.Enrolment.State.ACTIVE
                          and not exists (select x from SignatureEnd x where x.signatureId = s.id)
                          and exists (select c from SignedCommitment c where c.signature = s)
                          and not exists (select t from ThreadSheet t where t.enrolment = n and t.step = s.step)
                        order by s.id desc
                        """,
                        Signature.class)
                .setParameter("employee", employeeId)
                .setMaxResults(10)
                .getResultList();
    }

    /** The self-ratings of enrolments, of every number. */
    List<SelfRating> ratings(Collection<Long> enrolmentIds) {
        return enrolmentIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from SelfRating r where r.enrolment.id in :enrolments order by r.number",
                                SelfRating.class)
                        .setParameter("enrolments", enrolmentIds)
                        .getResultList();
    }

    Employee employee(long id) {
        return pledges.employee(id);
    }
}
