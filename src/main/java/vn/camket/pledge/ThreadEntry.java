package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did for a commitment of a pledge. Inserted once, never changed, never deleted: a correction and the taking
 * back are further entries that replace it.
 */
@Entity
@Table(name = "thread_entry")
public class ThreadEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "commitment_id")
    private SignedCommitment commitment;

    @Column(name = "replaces_id")
    private @Nullable Long replacesId;

    @Column(name = "taken_back")
    private boolean takenBack;

    @Column(name = "done_on")
    private LocalDate doneOn;

    private String note;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "written_at")
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init")
    protected ThreadEntry() {}

    ThreadEntry(SignedCommitment commitment, LocalDate doneOn, String note, String requestKey, Instant writtenAt) {
        this.commitment = commitment;
        this.doneOn = doneOn;
        this.note = note;
        this.requestKey = requestKey;
        this.writtenAt = writtenAt;
    }

    /** The same entry in other words. */
    ThreadEntry corrected(LocalDate newDay, String newNote, String key, Instant at) {
        var next = new ThreadEntry(commitment, newDay, newNote, key, at);
        next.replacesId = id();
        return next;
    }

    /** What says that it no longer counts. */
    ThreadEntry takenBack(String key, Instant at) {
        var next = corrected(doneOn, note, key, at);
        next.takenBack = true;
        return next;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public SignedCommitment commitment() {
        return commitment;
    }

    Optional<Long> replacesId() {
        return Optional.ofNullable(replacesId);
    }

    boolean isTakenBack() {
        return takenBack;
    }

    public LocalDate doneOn() {
        return doneOn;
    }

    public String note() {
        return note;
    }

    String requestKey() {
        return requestKey;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
