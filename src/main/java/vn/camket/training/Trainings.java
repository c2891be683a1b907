package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/** Queries of what people study. */
@ApplicationScoped
class Trainings {
    @PersistenceContext
    EntityManager entities;

    /** Enrolments of a person in campaigns that were opened, running ones first; at most 20. */
    List<Enrolment> enrolments(long employeeId) {
        return entities.createQuery(
                        """
                        select e from Enrolment e join fetch e.campaign c
                        where e.employee.id = :employee and c.openedAt is not null
                          and e.state <> vn.camket.campaign.Enrolment.State.WITHDRAWN
                        order by case when c.closedAt is null then 0 else 1 end, c.closesOn desc, c.id desc
                        """,
                        Enrolment.class)
                .setParameter("employee", employeeId)
                .setMaxResults(20)
                .getResultList();
    }

    List<Step> moduleSteps(Collection<Long> campaignIds) {
        return campaignIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                """
                                select s from Step s
                                where s.campaign.id in :campaigns and s.kind = vn.camket.campaign.StepKind.MODULE
                                order by s.position
                                """,
                                Step.class)
                        .setParameter("campaigns", campaignIds)
                        .getResultList();
    }

    List<StudyCount> counts(Collection<Long> enrolmentIds) {
        return enrolmentIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                """
                                select new vn.camket.training.StudyCount(s.enrolmentId, s.stepId, s.finishedAt,
                                  (select count(l.id) from Lesson l where l.moduleVersion.id = v.id),
                                  (select coalesce(sum(m.minutes), 0) from Lesson m where m.moduleVersion.id = v.id),
                                  (select count(p.lessonId) from LessonProgress p
                                   where p.studyId = s.id and p.doneAt is not null))
                                from Study s join s.moduleVersion v where s.enrolmentId in :enrolments
                                """,
                                StudyCount.class)
                        .setParameter("enrolments", enrolmentIds)
                        .getResultList();
    }

    /** Of each module the size of the version published last. */
    List<ModuleSize> sizes(Collection<Long> moduleIds) {
        return moduleIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                """
                                select new vn.camket.training.ModuleSize(v.module.id, count(l), sum(l.minutes))
                                from Lesson l join l.moduleVersion v
                                where v.module.id in :modules and v.publishedAt is not null and v.number =
                                  (select max(w.number) from ModuleVersion w
                                   where w.module = v.module and w.publishedAt is not null)
                                group by v.module.id
                                """,
                                ModuleSize.class)
                        .setParameter("modules", moduleIds)
                        .getResultList();
    }

    Optional<ModuleVersion> latest(long moduleId) {
        return entities.createQuery(
                        """
                        select v from ModuleVersion v
                        where v.module.id = :module and v.publishedAt is not null order by v.number desc
                        """,
                        ModuleVersion.class)
                .setParameter("module", moduleId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<Study> study(long enrolmentId, long stepId) {
        return entities.createQuery(
                        """
                        select s from Study s join fetch s.moduleVersion
                        where s.enrolmentId = :enrolment and s.stepId = :step
                        """,
                        Study.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultStream()
                .findFirst();
    }

    boolean isFinished(long enrolmentId, long stepId) {
        return !entities.createQuery(
                        """
                        select s.id from Study s
                        where s.enrolmentId = :enrolment and s.stepId = :step and s.finishedAt is not null
                        """,
                        Long.class)
                .setParameter("enrolment", enrolmentId)
                .setParameter("step", stepId)
                .getResultList()
                .isEmpty();
    }

    /** The study with its row locked to the end of the transaction: its progress is changed by one at a time. */
    Optional<Study> locked(long studyId) {
        return Optional.ofNullable(entities.find(Study.class, studyId, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Inserts the study unless it is there; native, because persistence has no insert that yields to a twin.
     *
     * @return whether this call inserted it
     */
    boolean begin(long enrolmentId, long stepId, long versionId, Instant now) {
        return entities.createNativeQuery(
                                """
                                insert ignore into study (enrolment_id, step_id, module_version_id, begun_at)
                                values (?1, ?2, ?3, ?4)
                                """)
                        .setParameter(1, enrolmentId)
                        .setParameter(2, stepId)
                        .setParameter(3, versionId)
                        .setParameter(4, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    List<LessonRow> lessons(long versionId) {
        return entities.createQuery(
                        """
                        select new vn.camket.training.LessonRow(l.id, l.position, l.kind, l.title, l.titleEn, l.minutes)
                        from Lesson l where l.moduleVersion.id = :version order by l.position, l.id
                        """,
                        LessonRow.class)
                .setParameter("version", versionId)
                .getResultList();
    }

    Map<Long, LessonProgress> progress(long studyId) {
        return entities.createQuery("select p from LessonProgress p where p.studyId = :study", LessonProgress.class)
                .setParameter("study", studyId)
                .getResultStream()
                .collect(Collectors.toMap(LessonProgress::lessonId, row -> row));
    }

    @Nullable
    LessonProgress progress(long studyId, long lessonId) {
        return entities.find(LessonProgress.class, new LessonProgress.Key(studyId, lessonId));
    }

    void add(LessonProgress progress) {
        entities.persist(progress);
    }

    boolean contains(long versionId, long lessonId) {
        return !entities.createQuery(
                        "select l.id from Lesson l where l.id = :lesson and l.moduleVersion.id = :version", Long.class)
                .setParameter("lesson", lessonId)
                .setParameter("version", versionId)
                .getResultList()
                .isEmpty();
    }

    /** Lessons of a version that a study has not done yet. */
    long open(Study study) {
        return entities.createQuery(
                        """
                        select count(l) from Lesson l where l.moduleVersion = :version and not exists
                          (select p.lessonId from LessonProgress p
                           where p.studyId = :study and p.lessonId = l.id and p.doneAt is not null)
                        """,
                        Long.class)
                .setParameter("version", study.moduleVersion())
                .setParameter("study", study.id())
                .getSingleResult();
    }

    Optional<Lesson> lesson(long lessonId) {
        return entities.createQuery(
                        """
                        select l from Lesson l join fetch l.moduleVersion left join fetch l.material where l.id = :id
                        """,
                        Lesson.class)
                .setParameter("id", lessonId)
                .getResultStream()
                .findFirst();
    }

    /** The self-checks of a lesson with their options, in one statement. */
    List<SelfCheck> selfChecks(long lessonId) {
        return entities.createQuery(
                        """
                        select distinct c from SelfCheck c left join fetch c.options
                        where c.lesson.id = :lesson order by c.position
                        """,
                        SelfCheck.class)
                .setParameter("lesson", lessonId)
                .getResultList();
    }

    /** Documents cited by one lesson. */
    List<CitedDocument> cited(long lessonId) {
        return documents("l.id = ?1", lessonId);
    }

    /** Documents cited by any lesson of a version, each once. */
    List<CitedDocument> citedIn(long versionId) {
        return documents("l.module_version_id = ?1", versionId);
    }

    /** Native: a read of the library's table through the join table, one statement a page. */
    @SuppressWarnings("unchecked")
    private List<CitedDocument> documents(String which, long id) {
        return ((List<Object[]>) entities.createNativeQuery(
                                """
                                select d.id, d.number, d.title, d.title_en from legal_document d where d.id in
                                  (select c.document_id from lesson_citation c join lesson l on l.id = c.lesson_id where
                                """
                                        + which + ") order by d.issued_on, d.id")
                        .setParameter(1, id)
                        .getResultList())
                .stream()
                        .map(row -> new CitedDocument(
                                ((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3]))
                        .toList();
    }
}
