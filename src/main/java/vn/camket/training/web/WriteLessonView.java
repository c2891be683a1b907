package vn.camket.training.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.event.FileUploadEvent;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.training.CitedDocument;
import vn.camket.training.LessonDraft;
import vn.camket.training.LessonKind;
import vn.camket.training.MaterialKeeping;
import vn.camket.training.ModuleWriting;
import vn.camket.training.SelfCheck;
import vn.camket.training.TrainingRefusal;
import vn.camket.training.WrittenLesson;

/** The editor of a lesson. Keeps what is typed while files come and go, and after a refusal. */
@Named
@ViewScoped
public class WriteLessonView implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    ModuleWriting writing;

    @Inject
    MaterialKeeping keeping;

    @Inject
    ExternalContext external;

    private @Nullable Long lessonId;
    private transient @Nullable WrittenLesson written;
    private transient @Nullable List<CitedDocument> library;
    private int seen;
    private LessonKind kind = LessonKind.TEXT;
    private @Nullable String title;
    private @Nullable String titleEn;
    private @Nullable Integer minutes;
    private @Nullable String body;
    private @Nullable String selfChecks;
    private List<Long> documents = new ArrayList<>();

    public void open() {
        var read = load();
        var lesson = read.lesson();
        seen = lesson.version();
        kind = lesson.kind();
        title = lesson.title();
        titleEn = lesson.titleEn().orElse(null);
        minutes = lesson.minutes();
        body = lesson.body();
        documents =
                new ArrayList<>(read.documents().stream().map(CitedDocument::id).toList());
        selfChecks = String.join(
                "\n", read.selfChecks().stream().map(SelfCheck::written).toList());
    }

    private WrittenLesson load() {
        var read = writing.lesson(Addresses.id(lessonId));
        written = read;
        return read;
    }

    public void save() throws IOException {
        try {
            writing.write(
                    Addresses.id(lessonId),
                    seen,
                    new LessonDraft(kind, text(title), titleEn, minutes, text(body), documents, text(selfChecks)));
            Notices.done("training.write.lesson.saved");
            external.redirect(
                    external.getRequestContextPath() + "/training/write/lesson.xhtml?lesson=" + Addresses.id(lessonId));
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
        }
    }

    private static @Nullable String field(Refusal refusal) {
        if (refusal.reason() == TrainingRefusal.TITLE_MISSING) {
            return "writing:title";
        }
        if (refusal.reason() == TrainingRefusal.MINUTES_OUT_OF_RANGE) {
            return "writing:minutes";
        }
        return refusal.reason() == TrainingRefusal.SELF_CHECK_MALFORMED ? "writing:selfChecks" : null;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** Takes a dropped or chosen file; what is typed elsewhere on the page stays as it is. */
    public void upload(FileUploadEvent event) {
        var file = event.getFile();
        try (var content = file.getInputStream()) {
            keeping.take(Addresses.id(lessonId), file.getFileName(), content);
            refreshed();
            Notices.shown("training.write.lesson.uploaded", file.getFileName());
        } catch (Refusal refusal) {
            Notices.refused(refusal, "files:upload");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    public void removeMaterial() {
        try {
            writing.detach(Addresses.id(lessonId));
            refreshed();
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
        }
    }

    /** The form goes on from the stored lesson's counter and kind: this very page changed them. */
    private void refreshed() {
        var lesson = load().lesson();
        seen = lesson.version();
        kind = lesson.kind();
    }

    public void delete() throws IOException {
        try {
            var version = writing.deleteLesson(Addresses.id(lessonId));
            Notices.done("training.write.lesson.deleted");
            external.redirect(external.getRequestContextPath() + "/training/write/module.xhtml?version=" + version);
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
        }
    }

    /** Every document that may be cited. */
    public List<CitedDocument> getLibrary() {
        var read = library == null ? writing.documents() : library;
        library = read;
        return read;
    }

    /** Ids of those cited. */
    public List<Long> getDocuments() {
        return documents;
    }

    public void setDocuments(@Nullable List<Long> chosen) {
        documents = new ArrayList<>(chosen == null ? List.of() : chosen);
    }

    public WrittenLesson getWritten() {
        return written == null ? load() : written;
    }

    public boolean isDraft() {
        return !getWritten().version().isPublished();
    }

    public LessonKind[] getKinds() {
        return LessonKind.values();
    }

    public @Nullable Long getLessonId() {
        return lessonId;
    }

    public void setLessonId(@Nullable Long lessonId) {
        this.lessonId = lessonId;
    }

    public LessonKind getKind() {
        return kind;
    }

    public void setKind(LessonKind kind) {
        this.kind = kind;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title;
    }

    public @Nullable String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(@Nullable String titleEn) {
        this.titleEn = titleEn;
    }

    public @Nullable Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getSelfChecks() {
        return selfChecks;
    }

    public void setSelfChecks(@Nullable String selfChecks) {
        this.selfChecks = selfChecks;
    }
}
