package vn.camket.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a study has come in one lesson. Changed only by whoever holds the lock of its study. */
@Entity
@Table(name = "lesson_progress")
@IdClass(LessonProgress.Key.class)
public class LessonProgress {
    /** One row a study and lesson. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        long studyId;
        long lessonId;

        /** For persistence. */
        public Key() {}

        Key(long studyId, long lessonId) {
            this.studyId = studyId;
            this.lessonId = lessonId;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.studyId == studyId && key.lessonId == lessonId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(studyId * 31 + lessonId);
        }
    }

    @Id
    @Column(name = "study_id")
    private long studyId;

    @Id
    @Column(name = "lesson_id")
    private long lessonId;

    private long sequence;
    private int position;
    private int seconds;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @SuppressWarnings("NullAway.Init")
    protected LessonProgress() {}

    LessonProgress(long studyId, long lessonId, Instant now) {
        this.studyId = studyId;
        this.lessonId = lessonId;
        this.savedAt = now;
    }

    /**
     * Stores where the reader is. A save that left its page before one already stored changes nothing, so that two tabs
     * or a late retry never put a reader back.
     *
     * @param newSequence above 0
     * @param newPosition seconds into a video, otherwise per mille
     * @param newSeconds time spent on the lesson as the page counted it; never counts down
     * @return whether it was newer
     */
    boolean save(long newSequence, int newPosition, int newSeconds, Instant now) {
        if (newSequence <= sequence) {
            return false;
        }
        sequence = newSequence;
        position = newPosition;
        seconds = Math.max(seconds, newSeconds);
        savedAt = now;
        return true;
    }

    /** The first time counts. */
    void done(Instant now) {
        if (doneAt == null) {
            doneAt = now;
        }
    }

    public long lessonId() {
        return lessonId;
    }

    /** Rises with every save; an older one is ignored. */
    public long sequence() {
        return sequence;
    }

    /** Seconds into a video, otherwise how far the page is read, in per mille. */
    public int position() {
        return position;
    }

    /** Time spent on the lesson. */
    public int seconds() {
        return seconds;
    }

    public Instant savedAt() {
        return savedAt;
    }

    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }
}
