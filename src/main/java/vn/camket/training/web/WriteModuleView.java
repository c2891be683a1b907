package vn.camket.training.web;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.training.ModuleVersion;
import vn.camket.training.ModuleWriting;
import vn.camket.training.TrainingRefusal;
import vn.camket.training.WrittenModule;

/** One version of a module: particulars, lessons, publishing, the way to the next version. */
@Named
@ViewScoped
public class WriteModuleView implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    ModuleWriting writing;

    @Inject
    ExternalContext external;

    private @Nullable Long versionId;
    private transient @Nullable WrittenModule module;
    private int seen;
    private @Nullable String title;
    private @Nullable String titleEn;
    private @Nullable String summary;
    private @Nullable String summaryEn;
    private @Nullable String objectives;
    private StepAudience audience = StepAudience.ALL;
    private @Nullable String lessonTitle;

    public void open() {
        var version = load();
        seen = version.version();
        title = version.title();
        titleEn = version.titleEn().orElse(null);
        summary = version.summary();
        summaryEn = version.summaryEn().orElse(null);
        objectives = version.objectives().orElse(null);
        audience = version.audience();
    }

    private ModuleVersion load() {
        var read = writing.module(Addresses.id(versionId));
        module = read;
        return read.version();
    }

    public void save() throws IOException {
        try {
            writing.describe(
                    Addresses.id(versionId),
                    seen,
                    text(title),
                    titleEn,
                    text(summary),
                    summaryEn,
                    objectives,
                    audience);
            Notices.done("training.write.module.saved");
            go(Addresses.id(versionId));
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
            load();
        }
    }

    private static @Nullable String field(Refusal refusal) {
        if (refusal.reason() == TrainingRefusal.SUMMARY_MISSING) {
            return "module:summary";
        }
        return refusal.reason() == TrainingRefusal.TITLE_MISSING ? "module:title" : null;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public void addLesson() throws IOException {
        try {
            var lesson = writing.addLesson(Addresses.id(versionId), text(lessonTitle));
            external.redirect(external.getRequestContextPath() + "/training/write/lesson.xhtml?lesson=" + lesson);
        } catch (Refusal refusal) {
            Notices.refused(
                    refusal, refusal.reason() == TrainingRefusal.TITLE_MISSING ? "addLesson:lessonTitle" : null);
            open();
        }
    }

    public void moveUp(long lessonId) throws IOException {
        move(lessonId, true);
    }

    public void moveDown(long lessonId) throws IOException {
        move(lessonId, false);
    }

    private void move(long lessonId, boolean up) throws IOException {
        try {
            writing.moveLesson(lessonId, up);
            go(Addresses.id(versionId));
        } catch (Refusal refusal) {
            refuse(refusal);
        }
    }

    public void publish() throws IOException {
        try {
            writing.publish(Addresses.id(versionId));
            Notices.done("training.write.module.published");
            go(Addresses.id(versionId));
        } catch (Refusal refusal) {
            refuse(refusal);
        }
    }

    public void edit() throws IOException {
        go(writing.edit(Addresses.id(versionId)));
    }

    private void refuse(Refusal refusal) {
        Notices.refused(refusal, null);
        open();
    }

    private void go(long version) throws IOException {
        external.redirect(external.getRequestContextPath() + "/training/write/module.xhtml?version=" + version);
    }

    public WrittenModule getModule() {
        var read = module == null ? writing.module(Addresses.id(versionId)) : module;
        module = read;
        return read;
    }

    /** Whether this version may be changed. */
    public boolean isDraft() {
        return !getModule().version().isPublished();
    }

    public StepAudience[] getAudiences() {
        return StepAudience.values();
    }

    public @Nullable Long getVersionId() {
        return versionId;
    }

    public void setVersionId(@Nullable Long versionId) {
        this.versionId = versionId;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
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

    public @Nullable String getSummary() {
        return summary;
    }

    public void setSummary(@Nullable String summary) {
        this.summary = summary;
    }

    public @Nullable String getSummaryEn() {
        return summaryEn;
    }

    public void setSummaryEn(@Nullable String summaryEn) {
        this.summaryEn = summaryEn;
    }

    public @Nullable String getObjectives() {
        return objectives;
    }

    public void setObjectives(@Nullable String objectives) {
        this.objectives = objectives;
    }

    public StepAudience getAudience() {
        return audience;
    }

    public void setAudience(StepAudience audience) {
        this.audience = audience;
    }

    public @Nullable String getLessonTitle() {
        return lessonTitle;
    }

    public void setLessonTitle(@Nullable String lessonTitle) {
        this.lessonTitle = lessonTitle;
    }
}
