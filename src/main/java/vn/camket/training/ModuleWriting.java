package vn.camket.training;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Trainers write modules. Only drafts change; a published version is copied into a new draft first, so that nobody's study
 * changes under them. Everything outside the trainer's scope looks as if it were not there.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.WRITE_MODULES)
public class ModuleWriting {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_BODY = 400_000;
    private static final int LONGEST_LESSON = 240;

    @Inject
    WritableModules modules;

    @Inject
    Trainings trainings;

    @Inject
    MaterialStore store;

    @Inject
    AuditTrail audit;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** How many modules match. @param search words of the title, with or without tones */
    public long count(String search, ModuleFilter filter) {
        return modules.count(VietnameseText.fold(search), filter);
    }

    /** Modules that match, by title. */
    public List<ModuleListRow> list(String search, ModuleFilter filter, int offset, int size) {
        return modules.rows(VietnameseText.fold(search), filter, offset, size);
    }

    /**
     * A new module with an empty first draft, owned by the agency at the top of the caller's scope.
     *
     * @return id of the draft
     * @throws Refusal TITLE_MISSING; SUMMARY_MISSING; TEXT_TOO_LONG
     */
    public long create(String title, String summary) {
        requireTitle(title);
        requireSummary(summary);
        var now = clock.instant();
        var module = new Module(code(title), modules.home().orElseThrow(NotFound::new), now, caller.accountId());
        modules.add(module);
        var version = new ModuleVersion(module, 1, title, summary, now, caller.accountId());
        modules.add(version);
        modules.write();
        audit.note("MODULE_CREATED", "module", module.id(), Map.of("title", version.title()));
        return version.id();
    }

    private String code(String title) {
        var words = VietnameseText.fold(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        var stem = words.isEmpty() ? "chuyen-de" : words.substring(0, Math.min(words.length(), 60));
        var code = stem;
        for (var number = 2; modules.hasCode(code); number++) {
            code = stem + "-" + number;
        }
        return code;
    }

    private static void requireTitle(String title) {
        if (VietnameseText.clean(title).isEmpty()) {
            throw TrainingRefusal.TITLE_MISSING.with();
        }
        requireShort(title, LONGEST_TITLE);
    }

    private static void requireSummary(String summary) {
        if (summary.isBlank()) {
            throw TrainingRefusal.SUMMARY_MISSING.with();
        }
        requireShort(summary, LONGEST_TEXT);
    }

    private static void requireShort(@Nullable String text, int longest) {
        if (text != null && VietnameseText.nfc(text).length() > longest) {
            throw TrainingRefusal.TEXT_TOO_LONG.with(longest);
        }
    }

    /** @throws NotFound if there is none in scope */
    public WrittenModule module(long versionId) {
        var version = modules.version(versionId);
        return new WrittenModule(
                version,
                modules.lessons(versionId),
                modules.versions(version.module().id()));
    }

    /**
     * New particulars of a draft.
     *
     * @param seen the version counter the form was made from
     * @throws Refusal ALREADY_PUBLISHED; CHANGED_MEANWHILE; TITLE_MISSING; SUMMARY_MISSING; TEXT_TOO_LONG
     */
    public void describe(
            long versionId,
            int seen,
            String title,
            @Nullable String titleEn,
            String summary,
            @Nullable String summaryEn,
            @Nullable String objectives,
            StepAudience audience) {
        requireTitle(title);
        requireShort(titleEn, LONGEST_TITLE);
        requireSummary(summary);
        requireShort(summaryEn, LONGEST_TEXT);
        requireShort(objectives, LONGEST_TEXT);
        var version = modules.locked(versionId);
        if (version.version() != seen) {
            throw TrainingRefusal.CHANGED_MEANWHILE.with();
        }
        version.describe(title, titleEn, summary, summaryEn, objectives, audience);
    }

    /**
     * Adds an empty lesson at the end of a draft.
     *
     * @return its id
     * @throws Refusal ALREADY_PUBLISHED; TITLE_MISSING; TEXT_TOO_LONG
     */
    public long addLesson(long versionId, String title) {
        requireTitle(title);
        var lesson = modules.locked(versionId).add(LessonKind.TEXT, title, 5);
        modules.write();
        return lesson.id();
    }

    /** Moves a lesson of a draft by one place. @throws Refusal ALREADY_PUBLISHED */
    public void moveLesson(long lessonId, boolean up) {
        var lesson = modules.lesson(lessonId);
        modules.locked(lesson.moduleVersion().id()).move(lesson, up);
    }

    /**
     * Deletes a lesson of a draft.
     *
     * @return id of its version
     * @throws Refusal ALREADY_PUBLISHED
     */
    public long deleteLesson(long lessonId) {
        var lesson = modules.lesson(lessonId);
        var version = modules.locked(lesson.moduleVersion().id());
        version.remove(lesson);
        audit.note("LESSON_DELETED", "module_version", version.id(), Map.of("title", lesson.title()));
        return version.id();
    }

    /**
     * Publishes a draft: whoever begins from now on gets it.
     *
     * @throws Refusal ALREADY_PUBLISHED; NO_LESSON; LESSON_EMPTY
     */
    public void publish(long versionId) {
        var version = modules.locked(versionId);
        version.publish(clock.instant(), caller.accountId());
        audit.note(
                "MODULE_PUBLISHED",
                "module",
                version.module().id(),
                Map.of("number", String.valueOf(version.number()), "title", version.title()));
    }

    /** A draft to change: the module's own if it has one, otherwise a copy of this version. @return its id */
    public long edit(long versionId) {
        var version = modules.version(versionId);
        modules.lock(version.module());
        var moduleId = version.module().id();
        return modules.draft(moduleId)
                .orElseGet(() -> {
                    var draft = version.copy(modules.lastNumber(moduleId) + 1, clock.instant(), caller.accountId());
                    modules.add(draft);
                    modules.write();
                    return draft;
                })
                .id();
    }

    /** @throws NotFound if there is none in scope */
    public WrittenLesson lesson(long lessonId) {
        var lesson = modules.lesson(lessonId);
        return new WrittenLesson(
                lesson,
                lesson.moduleVersion(),
                trainings.lessons(lesson.moduleVersion().id()),
                trainings.selfChecks(lessonId),
                trainings.cited(lessonId));
    }

    /**
     * New content of a lesson in a draft.
     *
     * @param seen the version counter the form was made from
     * @return the counter after this change
     * @throws Refusal ALREADY_PUBLISHED; CHANGED_MEANWHILE; TITLE_MISSING; TEXT_TOO_LONG; MINUTES_OUT_OF_RANGE;
     *     SELF_CHECK_MALFORMED
     */
    public int write(long lessonId, int seen, LessonDraft draft) {
        requireTitle(draft.title());
        requireShort(draft.titleEn(), LONGEST_TITLE);
        requireShort(draft.body(), LONGEST_BODY);
        var minutes = draft.minutes();
        if (minutes == null || minutes < 1 || minutes > LONGEST_LESSON) {
            throw TrainingRefusal.MINUTES_OUT_OF_RANGE.with(LONGEST_LESSON);
        }
        var checks = SelfCheckText.read(draft.selfChecks());
        var lesson = change(lessonId);
        if (lesson.version() != seen) {
            throw TrainingRefusal.CHANGED_MEANWHILE.with();
        }
        lesson.write(draft.kind(), draft.title(), draft.titleEn(), minutes, draft.body());
        lesson.cite(known(draft.documents()));
        if (!checks.equals(lesson.selfChecks().stream().map(SelfCheck::asText).toList())) {
            lesson.ask(checks);
        }
        modules.write();
        return lesson.version();
    }

    /** The lesson while its version's row is held, so that changes come one after the other and none is published away. */
    private Lesson change(long lessonId) {
        var lesson = modules.lesson(lessonId);
        modules.locked(lesson.moduleVersion().id()).requireDraft();
        modules.refresh(lesson);
        return lesson;
    }

    private List<Long> known(List<Long> asked) {
        var ids = modules.documents().stream().map(CitedDocument::id).collect(Collectors.toCollection(HashSet::new));
        return asked.stream().filter(ids::contains).toList();
    }

    /** Every document that a lesson may cite. */
    public List<CitedDocument> documents() {
        return modules.documents();
    }

    /** Whether the lesson is in scope and may be changed. @throws Refusal ALREADY_PUBLISHED */
    public void requireDraft(long lessonId) {
        modules.lesson(lessonId).moduleVersion().requireDraft();
    }

    /**
     * Lets a lesson show what was received; its bytes get their lasting place with the last step before the commit.
     *
     * @param name clean
     */
    void attach(long lessonId, MaterialStore.Received received, String name, String mediaType) {
        var lesson = change(lessonId);
        var material = new Material(received, name, mediaType, clock.instant(), caller.accountId());
        modules.add(material);
        lesson.show(material);
        modules.write();
        audit.note(
                "MATERIAL_UPLOADED",
                "material",
                material.id(),
                Map.of("name", name, "sha256", received.sha256(), "lesson", String.valueOf(lessonId)));
        store.keep(received);
    }

    /** The lesson shows no material any more; the file stays, older versions may show it. @throws Refusal ALREADY_PUBLISHED */
    public void detach(long lessonId) {
        change(lessonId).showNothing();
    }
}
