package vn.camket.training;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.VietnameseText;

/**
 * One version of a module: a draft that its trainers change until it is published, and from then on never changed. Whoever
 * begins studies the version published last and keeps it to the end.
 */
@Entity
@Table(name = "module_version")
public class ModuleVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_id")
    private Module module;

    private int number;

    private String title;

    @Column(name = "title_folded")
    private String titleFolded;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    private String summary;

    @Column(name = "summary_en")
    private @Nullable String summaryEn;

    private @Nullable String objectives;

    @Enumerated(EnumType.STRING)
    private StepAudience audience = StepAudience.ALL;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable Long publishedBy;

    @OneToMany(mappedBy = "moduleVersion", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Lesson> lessons = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected ModuleVersion() {}

    /**
     * A new draft without lessons.
     *
     * @param number from 1, one more than the version before
     */
    public ModuleVersion(
            Module module, int number, String title, String summary, Instant createdAt, @Nullable Long createdBy) {
        this.module = module;
        this.number = number;
        this.title = VietnameseText.clean(title);
        this.titleFolded = VietnameseText.fold(title);
        this.summary = VietnameseText.nfc(summary).strip();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /**
     * New particulars.
     *
     * @param newObjectives one a line, in the order shown; null for none
     * @throws vn.camket.platform.Refusal ALREADY_PUBLISHED
     */
    public void describe(
            String newTitle,
            @Nullable String newTitleEn,
            String newSummary,
            @Nullable String newSummaryEn,
            @Nullable String newObjectives,
            StepAudience newAudience) {
        requireDraft();
        title = VietnameseText.clean(newTitle);
        titleFolded = VietnameseText.fold(newTitle);
        titleEn = newTitleEn == null ? null : VietnameseText.clean(newTitleEn);
        summary = VietnameseText.nfc(newSummary).strip();
        summaryEn =
                newSummaryEn == null ? null : VietnameseText.nfc(newSummaryEn).strip();
        objectives = newObjectives == null
                ? null
                : VietnameseText.nfc(newObjectives).replace("\r", "").strip();
        audience = newAudience;
    }

    /** Adds an empty lesson at the end. @throws vn.camket.platform.Refusal ALREADY_PUBLISHED */
    public Lesson add(LessonKind kind, String lessonTitle, int minutes) {
        requireDraft();
        var lesson = new Lesson(this, lessons.size() + 1, kind, lessonTitle, minutes);
        lessons.add(lesson);
        return lesson;
    }

    /** Moves a lesson by one place; at the edge nothing changes. @throws vn.camket.platform.Refusal ALREADY_PUBLISHED */
    void move(Lesson lesson, boolean up) {
        requireDraft();
        var from = lessons.indexOf(lesson);
        var to = up ? from - 1 : from + 1;
        if (to >= 0 && to < lessons.size()) {
            Collections.swap(lessons, from, to);
            renumber();
        }
    }

    /** @throws vn.camket.platform.Refusal ALREADY_PUBLISHED */
    void remove(Lesson lesson) {
        requireDraft();
        lessons.remove(lesson);
        renumber();
    }

    private void renumber() {
        for (var index = 0; index < lessons.size(); index++) {
            lessons.get(index).isAt(index + 1);
        }
    }

    /**
     * From now on learners may begin this version, and it never changes.
     *
     * @throws vn.camket.platform.Refusal ALREADY_PUBLISHED; NO_LESSON; LESSON_EMPTY with number and title of the first
     *     lesson that has nothing to show
     */
    public void publish(Instant at, @Nullable Long byAccount) {
        requireDraft();
        if (lessons.isEmpty()) {
            throw TrainingRefusal.NO_LESSON.with();
        }
        lessons.stream().filter(lesson -> !lesson.hasContent()).findFirst().ifPresent(empty -> {
            throw TrainingRefusal.LESSON_EMPTY.with(empty.position(), empty.title());
        });
        publishedAt = at;
        publishedBy = byAccount;
    }

    /** A draft with the next number and a copy of everything in this version. */
    ModuleVersion copy(int nextNumber, Instant at, long byAccount) {
        var draft = new ModuleVersion(module, nextNumber, title, summary, at, byAccount);
        draft.titleEn = titleEn;
        draft.summaryEn = summaryEn;
        draft.objectives = objectives;
        draft.audience = audience;
        for (var lesson : lessons) {
            draft.lessons.add(lesson.copy(draft));
        }
        return draft;
    }

    /** @throws vn.camket.platform.Refusal ALREADY_PUBLISHED when this version may no longer be changed */
    void requireDraft() {
        if (publishedAt != null) {
            throw TrainingRefusal.ALREADY_PUBLISHED.with(number);
        }
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public Module module() {
        return module;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public Optional<String> titleEn() {
        return Optional.ofNullable(titleEn);
    }

    /** Title in the reader's language; Vietnamese where there is no other. */
    public String title(Locale locale) {
        return "en".equals(locale.getLanguage()) && titleEn != null ? titleEn : title;
    }

    public String summary() {
        return summary;
    }

    public Optional<String> summaryEn() {
        return Optional.ofNullable(summaryEn);
    }

    /** Summary in the reader's language; Vietnamese where there is no other. */
    public String summary(Locale locale) {
        return "en".equals(locale.getLanguage()) && summaryEn != null ? summaryEn : summary;
    }

    /** One a line; empty when none is written. */
    public Optional<String> objectives() {
        return Optional.ofNullable(objectives);
    }

    public List<String> objectiveLines() {
        return objectives == null
                ? List.of()
                : objectives
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    public StepAudience audience() {
        return audience;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** In order of position. */
    public List<Lesson> lessons() {
        return Collections.unmodifiableList(lessons);
    }

    /** Minutes of all lessons. */
    public int minutes() {
        return lessons.stream().mapToInt(Lesson::minutes).sum();
    }

    public int version() {
        return version;
    }
}
