package vn.camket.pledge;

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
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;
import vn.camket.organization.Agency;
import vn.camket.platform.VietnameseText;

/**
 * A personal commitment in the library, offered to people by their post. It may be reworded and
 * set aside at any time: what was signed is a copy of its words.
 */
@Entity
@Table(name = "commitment_source")
public class CommitmentSource {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency_id")
    private @Nullable Agency agency;

    private String wording;

    @Column(name = "wording_folded")
    private String wordingFolded;

    @Enumerated(EnumType.STRING)
    private StepAudience audience;

    @Column(name = "person_classes")
    private String personClasses;

    private String positions;

    @ElementCollection
    @CollectionTable(name = "commitment_position", joinColumns = @JoinColumn(name = "source_id"))
    @Column(name = "phrase")
    private Set<String> phrases = new HashSet<>();

    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected CommitmentSource() {}

    CommitmentSource(String code, Agency agency, CommitmentDraft draft, Instant createdAt) {
        this.code = code;
        this.agency = agency;
        this.createdAt = createdAt;
        this.active = true;
        reword(draft);
    }

    final void reword(CommitmentDraft draft) {
        wording = draft.wording();
        wordingFolded = VietnameseText.fold(wording);
        audience = draft.audience();
        personClasses = draft.storedClasses();
        positions = draft.positions();
        phrases.clear();
        phrases.addAll(draft.phrases());
    }

    void setActive(boolean nowActive) {
        active = nowActive;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public String code() {
        return code;
    }

    /** The agency that keeps it; empty for what came with the application. */
    public Optional<Agency> agency() {
        return Optional.ofNullable(agency);
    }

    public String wording() {
        return wording;
    }

    public StepAudience audience() {
        return audience;
    }

    /** Words of posts as typed, separated by semicolons; empty when it is for every post. */
    public String positions() {
        return positions;
    }

    public boolean isActive() {
        return active;
    }

    /** Counts the changes; a form carries the one it was opened with. */
    public int version() {
        return version;
    }

    CommitmentDraft asDraft() {
        return new CommitmentDraft(wording, audience, CommitmentDraft.classes(personClasses), positions);
    }
}
