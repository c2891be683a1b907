package vn.camket.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The head of a day on its way to one place outside: one row a day and place, tried until it has arrived. */
@Entity
@Table(name = "anchor")
public class Anchor {
    private static final int LONGEST_FAILURE = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "head_day")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private AnchorChannel channel;

    private String target;

    @Column(name = "tree_size")
    private long size;

    private int attempts;

    @Column(name = "tried_at")
    private Instant triedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    private @Nullable String failure;

    private byte @Nullable [] token;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Anchor() {}

    Anchor(LocalDate day, AnchorChannel channel, String target, long size, Instant at) {
        this.day = day;
        this.channel = channel;
        this.target = target;
        this.size = size;
        this.attempts = 1;
        this.triedAt = at;
    }

    /** What arrived before stays, with its token, until something newer has arrived. */
    void tryAgain(Instant at) {
        attempts++;
        triedAt = at;
    }

    /** @param given token of the other side over the head of this size; empty if there is none */
    void arrived(byte[] given, long newSize, Instant at) {
        size = newSize;
        sentAt = at;
        failure = null;
        token = given.length == 0 ? null : given.clone();
    }

    void failed(String why) {
        failure = why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    /** Of Vietnam. */
    public LocalDate day() {
        return day;
    }

    public AnchorChannel channel() {
        return channel;
    }

    /** Folder, address or mailbox. */
    public String target() {
        return target;
    }

    /** Leaves of the head that arrived last; while none has, of the first that was to. */
    public long size() {
        return size;
    }

    boolean isFor(AnchorChannel toChannel, String toTarget) {
        return channel == toChannel && target.equals(toTarget);
    }

    public int attempts() {
        return attempts;
    }

    public Instant triedAt() {
        return triedAt;
    }

    /** When the other side had it; empty while it has not arrived. */
    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    /** What the last attempt said, for administrators; empty when it arrived. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** A timestamp token (CMS, DER). */
    public Optional<byte[]> token() {
        return Optional.ofNullable(token).map(byte[]::clone);
    }
}
