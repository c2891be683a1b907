package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.LedgerEntry;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;

/**
 * The end of one signature. Until there is one the signature stands: it is the pledge in force. Inserted once, never
 * changed; the signature itself is not touched.
 */
@Entity
@Table(name = "signature_end")
public class SignatureEnd {
    @Id
    @Column(name = "signature_id")
    private Long signatureId;

    @Enumerated(EnumType.STRING)
    private EndKind kind;

    private @Nullable String reason;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ended_by")
    private Employee endedBy;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency_id")
    private @Nullable Agency agency;

    @Column(name = "successor_id")
    private @Nullable Long successorId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "ledger_entry_id")
    private LedgerEntry entry;

    @Column(name = "ended_at")
    private Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected SignatureEnd() {}

    private SignatureEnd(Signature signature, EndKind kind, Employee endedBy, LedgerEntry entry, Instant endedAt) {
        this.signatureId = signature.id();
        this.kind = kind;
        this.endedBy = endedBy;
        this.entry = entry;
        this.endedAt = endedAt;
    }

    /** @param successor the one that the signer signed in its place */
    static SignatureEnd superseded(Signature signature, Signature successor, LedgerEntry entry) {
        var end = new SignatureEnd(signature, EndKind.SUPERSEDED, signature.employee(), entry, successor.signedAt());
        end.successorId = successor.id();
        return end;
    }

    /** @param head who decided, for {@code agency} */
    static SignatureEnd byHead(
            Signature signature,
            EndKind kind,
            String reason,
            Employee head,
            Agency agency,
            LedgerEntry entry,
            Instant endedAt) {
        var end = new SignatureEnd(signature, kind, head, entry, endedAt);
        end.reason = reason;
        end.agency = agency;
        return end;
    }

    public EndKind kind() {
        return kind;
    }

    /** Why it was returned (the head's words) or withdrawn (the signer's); empty for a superseded one. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The head who returned it or agreed to its withdrawal; the signer of a superseded one. */
    public Employee endedBy() {
        return endedBy;
    }

    /** The agency for which a head decided; empty for a superseded one. */
    public Optional<Agency> agency() {
        return Optional.ofNullable(agency);
    }

    /** Id of the signature that took its place; empty unless it is superseded. */
    public Optional<Long> successorId() {
        return Optional.ofNullable(successorId);
    }

    public LedgerEntry entry() {
        return entry;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
