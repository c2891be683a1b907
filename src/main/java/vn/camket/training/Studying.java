package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Achievements;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Enrolments;
import vn.camket.campaign.Examinations;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepBegun;
import vn.camket.campaign.StepKind;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.platform.web.Format;

/**
 * A person studies the modules of their own enrolments. Reading is possible as long as the campaign can be seen; what
 * counts (beginning, places kept, lessons done) is stored only while the enrolment is open.
 */
@ApplicationScoped
@Transactional
public class Studying {
    @Inject
    Trainings trainings;

    @Inject
    Enrolments enrolments;

    @Inject
    Examinations examinations;

    @Inject
    Achievements achievements;

    @Inject
    Event<StepBegun> begun;

    @Inject
    Event<StudyFinished> finished;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Every module of the caller's campaigns, running campaigns first, each in the order of its steps. */
    @Requires(Permission.TAKE_PART)
    public List<ModuleCard> mine() {
        var now = clock.instant();
        var own = trainings.enrolments(caller.employeeId().orElseThrow(NotFound::new));
        var steps = trainings.moduleSteps(
                own.stream().map(enrolment -> enrolment.campaign().id()).collect(Collectors.toSet()));
        var studies = trainings.counts(own.stream().map(Enrolment::id).toList()).stream()
                .collect(Collectors.toMap(count -> List.of(count.enrolmentId(), count.stepId()), count -> count));
        var sizes = trainings.sizes(steps.stream().map(Step::subjectId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(ModuleSize::moduleId, size -> size));
        var cards = new ArrayList<ModuleCard>();
        for (var enrolment : own) {
            var met = achievements.metSteps(enrolment.id());
            for (var step : steps) {
                if (step.campaign().id() == enrolment.campaign().id() && step.concerns(enrolment)) {
                    cards.add(card(
                            enrolment,
                            step,
                            studies.get(List.of(enrolment.id(), step.id())),
                            sizes.get(step.subjectId()),
                            met.contains(step.id()),
                            enrolment.isOpen(now)));
                }
            }
        }
        return cards;
    }

    private static ModuleCard card(
            Enrolment enrolment,
            Step step,
            @Nullable StudyCount study,
            @Nullable ModuleSize size,
            boolean met,
            boolean open) {
        if (study != null) {
            var state = met ? ModuleState.MET : study.finishedAt() == null ? ModuleState.BEGUN : ModuleState.FINISHED;
            return new ModuleCard(
                    enrolment,
                    step,
                    state,
                    study.done(),
                    study.lessons(),
                    study.minutes().longValue(),
                    open);
        }
        var state = met ? ModuleState.MET : size == null ? ModuleState.NOT_PUBLISHED : ModuleState.NOT_BEGUN;
        return new ModuleCard(
                enrolment,
                step,
                state,
                0,
                size == null ? 0 : size.lessons(),
                size == null ? 0 : size.minutes().longValue(),
                open);
    }

    /**
     * The outline of a step's module: the version the caller studies, or the one published last.
     *
     * @throws NotFound if the enrolment is not the caller's or has no such MODULE step
     * @throws Refusal NOT_PUBLISHED
     */
    @Requires(Permission.TAKE_PART)
    public ModulePage module(long enrolmentId, long stepId) {
        var enrolment = enrolments.own(enrolmentId);
        var step = moduleStep(enrolment, stepId);
        var study = trainings.study(enrolmentId, stepId).orElse(null);
        var version = study == null ? published(step) : study.moduleVersion();
        var progress = study == null ? Map.<Long, LessonProgress>of() : trainings.progress(study.id());
        var outline = outline(version, progress);
        return new ModulePage(
                enrolment,
                step,
                version,
                study,
                outline,
                next(outline, progress).orElse(null),
                trainings.citedIn(version.id()),
                examinations.standing(enrolment.id(), step.id(), step.subjectId()),
                enrolment.isOpen(clock.instant()));
    }

    private Step moduleStep(Enrolment enrolment, long stepId) {
        var step = enrolments.step(enrolment, stepId);
        if (step.kind() != StepKind.MODULE || enrolment.campaign().openedAt().isEmpty()) {
            throw new NotFound();
        }
        return step;
    }

    private ModuleVersion published(Step step) {
        return trainings.latest(step.subjectId()).orElseThrow(TrainingRefusal.NOT_PUBLISHED::with);
    }

    private List<OutlineRow> outline(ModuleVersion version, Map<Long, LessonProgress> progress) {
        return trainings.lessons(version.id()).stream()
                .map(lesson -> new OutlineRow(lesson, state(progress.get(lesson.id()))))
                .toList();
    }

    private static LessonState state(@Nullable LessonProgress progress) {
        if (progress == null) {
            return LessonState.NOT_YET;
        }
        return progress.doneAt().isPresent() ? LessonState.DONE : LessonState.BEGUN;
    }

    /** The lesson left last without being done, otherwise the first one not done. */
    private static Optional<LessonRow> next(List<OutlineRow> outline, Map<Long, LessonProgress> progress) {
        var open = outline.stream()
                .filter(row -> row.state() != LessonState.DONE)
                .map(OutlineRow::lesson)
                .toList();
        return open.stream()
                .filter(lesson -> progress.containsKey(lesson.id()))
                .max(Comparator.comparing(lesson -> progressOf(progress, lesson).savedAt()))
                .or(() -> open.stream().findFirst());
    }

    private static LessonProgress progressOf(Map<Long, LessonProgress> progress, LessonRow lesson) {
        return java.util.Objects.requireNonNull(progress.get(lesson.id()));
    }

    /**
     * Opens a lesson. The first one opened begins the study of its step and pins the version published last.
     *
     * @param lessonId null for the one to go on with
     * @throws NotFound if the enrolment is not the caller's, has no such step, or the version has no such lesson
     * @throws Refusal NOT_PUBLISHED
     */
    @Requires(Permission.TAKE_PART)
    public LessonPage lesson(long enrolmentId, long stepId, @Nullable Long lessonId) {
        var now = clock.instant();
        var enrolment = enrolments.own(enrolmentId);
        var step = moduleStep(enrolment, stepId);
        var open = enrolment.isOpen(now);
        var known = trainings.study(enrolmentId, stepId).orElse(null);
        var study = known == null && open ? begin(enrolment, step, now) : known;
        var version = study == null ? published(step) : study.moduleVersion();
        var progress = study == null ? Map.<Long, LessonProgress>of() : trainings.progress(study.id());
        var outline = outline(version, progress);
        var lesson = trainings
                .lesson(chosen(outline, progress, lessonId, known == null))
                .orElseThrow(NotFound::new);
        return new LessonPage(
                enrolment,
                step,
                version,
                study,
                outline,
                lesson,
                progress.get(lesson.id()),
                trainings.selfChecks(lesson.id()),
                trainings.cited(lesson.id()),
                open);
    }

    private Study begin(Enrolment enrolment, Step step, Instant now) {
        if (trainings.begin(enrolment.id(), step.id(), published(step).id(), now)) {
            begun.fire(new StepBegun(enrolment.id(), step.id()));
        }
        return trainings.study(enrolment.id(), step.id()).orElseThrow();
    }

    /** A lesson of a version replaced between outline and first click leads to the new version's first lesson. */
    private static long chosen(
            List<OutlineRow> outline, Map<Long, LessonProgress> progress, @Nullable Long lessonId, boolean justBegun) {
        if (lessonId != null && outline.stream().anyMatch(row -> row.lesson().id() == lessonId)) {
            return lessonId;
        }
        if (lessonId != null && !justBegun) {
            throw new NotFound();
        }
        return next(outline, progress)
                .or(() -> outline.stream().findFirst().map(OutlineRow::lesson))
                .orElseThrow(NotFound::new)
                .id();
    }

    /**
     * Keeps the reader's place.
     *
     * @param sequence rises from save to save; one at or below the highest stored is ignored
     * @param position seconds into a video, otherwise per mille; clipped to what makes sense
     * @param seconds time spent on the lesson
     * @throws NotFound if the study is not the caller's or its version has no such lesson
     * @throws Refusal CAMPAIGN_CLOSED
     */
    @Requires(Permission.TAKE_PART)
    public ProgressSaved keep(long studyId, long lessonId, long sequence, int position, int seconds) {
        var now = clock.instant();
        var study = openStudy(studyId, now);
        var progress = progress(study, lessonId, now);
        progress.save(sequence, Math.max(0, position), Math.max(0, seconds), now);
        return new ProgressSaved(progress.sequence(), progress.savedAt());
    }

    private Study openStudy(long studyId, Instant now) {
        var study = trainings.locked(studyId).orElseThrow(NotFound::new);
        requireOpen(enrolments.own(study.enrolmentId()), now);
        return study;
    }

    private static void requireOpen(Enrolment enrolment, Instant now) {
        if (!enrolment.isOpen(now)) {
            throw TrainingRefusal.CAMPAIGN_CLOSED.with(
                    Format.day(enrolment.campaign().closesOn()));
        }
    }

    private LessonProgress progress(Study study, long lessonId, Instant now) {
        var known = trainings.progress(study.id(), lessonId);
        if (known != null) {
            return known;
        }
        if (!trainings.contains(study.moduleVersion().id(), lessonId)) {
            throw new NotFound();
        }
        var progress = new LessonProgress(study.id(), lessonId, now);
        trainings.add(progress);
        return progress;
    }

    /**
     * Marks a lesson as done; the last one finishes the study, once. Done again, nothing changes.
     *
     * @return the lesson that follows in the outline; empty after the last
     * @throws NotFound if the enrolment is not the caller's, the study was not begun, or it has no such lesson
     * @throws Refusal CAMPAIGN_CLOSED
     */
    @Requires(Permission.TAKE_PART)
    public Optional<LessonRow> done(long enrolmentId, long stepId, long lessonId) {
        var now = clock.instant();
        requireOpen(enrolments.own(enrolmentId), now);
        var study = trainings
                .study(enrolmentId, stepId)
                .flatMap(found -> trainings.locked(found.id()))
                .orElseThrow(NotFound::new);
        progress(study, lessonId, now).done(now);
        if (trainings.open(study) == 0 && study.finish(now)) {
            finished.fire(new StudyFinished(enrolmentId, stepId, now));
        }
        var lessons = trainings.lessons(study.moduleVersion().id());
        return lessons.stream()
                .dropWhile(lesson -> lesson.id() != lessonId)
                .skip(1)
                .findFirst();
    }
}
