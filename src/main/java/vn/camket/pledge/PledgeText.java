package vn.camket.pledge;

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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;

/** One numbered text of a pledge. Once published it never changes; a change is a new number. */
@Entity
@Table(name = "pledge_text")
public class PledgeText {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "template_id")
    private PledgeTemplate template;

    private int number;

    private String title;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    private String subject;

    private String opening;

    private String closing;

    private String consent;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "body_sha256")
    private byte @Nullable [] bodySha256;

    @Enumerated(EnumType.STRING)
    @Column(name = "change_kind")
    private @Nullable PledgeChange change;

    @Column(name = "change_note")
    private @Nullable String note;

    @Column(name = "asks_again")
    private boolean asksAgain;

    @Column(name = "created_by")
    private @Nullable Long createdBy;

    @Column(name = "published_by")
    private @Nullable Long publishedBy;

    @OneToMany(mappedBy = "text")
    @OrderBy("position")
    private List<PledgeClause> clauses = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected PledgeText() {}

    /** A draft. @param by account of the author */
    PledgeText(PledgeTemplate template, int number, PledgeDraft draft, Instant createdAt, long by) {
        this.template = template;
        this.number = number;
        this.createdAt = createdAt;
        this.createdBy = by;
        reword(draft);
    }

    /** The words of a draft, apart from its clauses, which are rows of their own. */
    final void reword(PledgeDraft draft) {
        requireDraft();
        title = draft.title();
        titleEn = draft.titleEn().isEmpty() ? null : draft.titleEn();
        subject = draft.subject();
        opening = draft.opening();
        closing = draft.closing();
        consent = draft.consent();
    }

    /**
     * @param change null for the first number
     * @param asksAgain whether those who signed an older number in open campaigns are to sign this one
     * @param by account of the publisher
     */
    void publish(@Nullable PledgeChange change, String note, boolean asksAgain, Instant at, long by) {
        requireDraft();
        this.change = change;
        this.note = note.isEmpty() ? null : note;
        this.asksAgain = asksAgain;
        bodySha256 = wordingSha256();
        publishedAt = at;
        publishedBy = by;
    }

    private void requireDraft() {
        if (publishedAt != null) {
            throw new IllegalStateException("Published: " + id);
        }
    }

    /** SHA-256 of the canonical form of all words of the text, for everybody's clauses. */
    byte[] wordingSha256() {
        return Ledger.sha256(CanonicalRecord.of(wordingFields()));
    }

    /** All words of the text, as fields of a record. */
    Map<String, Object> wordingFields() {
        return Map.of(
                "title", title,
                "subject", subject,
                "opening", opening,
                "clauses",
                        clauses.stream()
                                .map(clause ->
                                        Map.of("audience", clause.audience().name(), "wording", clause.wording()))
                                .toList(),
                "closing", closing,
                "consent", consent);
    }

    /**
     * The hash under which the text was published, in hexadecimal.
     *
     * @throws IllegalStateException if the words are no longer those that were published
     */
    String sha256() {
        if (bodySha256 == null || !java.security.MessageDigest.isEqual(bodySha256, wordingSha256())) {
            throw new IllegalStateException("Pledge text " + id + " is not what was published");
        }
        return HexFormat.of().formatHex(bodySha256);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public PledgeTemplate template() {
        return template;
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

    public String subject() {
        return subject;
    }

    public String opening() {
        return opening;
    }

    public String closing() {
        return closing;
    }

    /** The sentence beside the box that the signer ticks. */
    public String consent() {
        return consent;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** What this number changed; empty for a draft and for the first. */
    public Optional<PledgeChange> change() {
        return Optional.ofNullable(change);
    }

    /** Whether those who signed an older number in open campaigns are to sign this one. */
    public boolean asksAgain() {
        return asksAgain;
    }

    /** What its publisher wrote about the change. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public PledgeDraft asDraft() {
        return PledgeDraft.of(this);
    }

    /** Rises with every stored change: a form tells it back so that nobody overwrites what he has not seen. */
    public int version() {
        return version;
    }

    public List<PledgeClause> clauses() {
        return clauses;
    }
}
