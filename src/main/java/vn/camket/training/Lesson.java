package vn.camket.training;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;

/** One lesson of a module version: formatted text, a material, cited documents, self-checks that are not scored. */
@Entity
@Table(name = "lesson")
public class Lesson {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "module_version_id")
    private ModuleVersion moduleVersion;

    private int position;

    @Enumerated(EnumType.STRING)
    private LessonKind kind;

    private String title;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    private int minutes;

    private String body = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "material_id")
    private @Nullable Material material;

    @ElementCollection
    @CollectionTable(name = "lesson_citation", joinColumns = @JoinColumn(name = "lesson_id"))
    @Column(name = "document_id")
    private Set<Long> citations = new LinkedHashSet<>();

    @OneToMany(mappedBy = "lesson", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<SelfCheck> selfChecks = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Lesson() {}

    Lesson(ModuleVersion moduleVersion, int position, LessonKind kind, String title, int minutes) {
        this.moduleVersion = moduleVersion;
        this.position = position;
        this.kind = kind;
        this.title = VietnameseText.clean(title);
        this.minutes = minutes;
    }

    /**
     * New content.
     *
     * @param newKind a material that such a lesson does not show is let go
     * @param newBody HTML; what {@link LessonHtml} does not know is dropped here, whoever sent it
     * @throws vn.camket.platform.Refusal ALREADY_PUBLISHED
     */
    public void write(
            LessonKind newKind, String newTitle, @Nullable String newTitleEn, int newMinutes, String newBody) {
        moduleVersion.requireDraft();
        kind = newKind;
        title = VietnameseText.clean(newTitle);
        titleEn = newTitleEn == null ? null : VietnameseText.clean(newTitleEn);
        minutes = newMinutes;
        body = LessonHtml.clean(newBody);
        if (material != null && !newKind.shows(material.mediaType())) {
            material = null;
        }
    }

    /** @param documentIds documents of the library */
    public void cite(Collection<Long> documentIds) {
        moduleVersion.requireDraft();
        citations.retainAll(documentIds);
        citations.addAll(documentIds);
    }

    /** Shows a material, and becomes the kind of lesson that shows it. @throws vn.camket.platform.Refusal ALREADY_PUBLISHED */
    void show(Material newMaterial) {
        moduleVersion.requireDraft();
        kind = LessonKind.showing(newMaterial.mediaType());
        material = newMaterial;
    }

    /** @throws vn.camket.platform.Refusal ALREADY_PUBLISHED */
    void showNothing() {
        moduleVersion.requireDraft();
        material = null;
    }

    /** Replaces all self-checks. */
    public void ask(List<SelfCheckText> questions) {
        moduleVersion.requireDraft();
        selfChecks.clear();
        for (var question : questions) {
            selfChecks.add(new SelfCheck(this, selfChecks.size() + 1, question));
        }
    }

    Lesson copy(ModuleVersion into) {
        var lesson = new Lesson(into, position, kind, title, minutes);
        lesson.titleEn = titleEn;
        lesson.body = body;
        lesson.material = material;
        lesson.citations.addAll(citations);
        lesson.ask(selfChecks.stream().map(SelfCheck::asText).toList());
        return lesson;
    }

    void isAt(int newPosition) {
        position = newPosition;
    }

    /** Whether a learner would see anything: text, or for the other kinds their material. */
    public boolean hasContent() {
        return kind == LessonKind.TEXT ? LessonHtml.hasText(body) : material != null;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public ModuleVersion moduleVersion() {
        return moduleVersion;
    }

    /** From 1. */
    public int position() {
        return position;
    }

    public LessonKind kind() {
        return kind;
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

    /** Time it takes, as the trainer estimates. */
    public int minutes() {
        return minutes;
    }

    /** Clean HTML. */
    public String body() {
        return body;
    }

    public Optional<Material> material() {
        return Optional.ofNullable(material);
    }

    /** Ids of library documents. */
    public Set<Long> citations() {
        return Collections.unmodifiableSet(citations);
    }

    public List<SelfCheck> selfChecks() {
        return Collections.unmodifiableList(selfChecks);
    }

    public int version() {
        return version;
    }
}
