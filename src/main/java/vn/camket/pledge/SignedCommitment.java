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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A personal commitment of a signed pledge, as it stands in the record. Inserted once; never changed, never deleted. */
@Entity
@Table(name = "signed_commitment")
public class SignedCommitment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "signature_id")
    private Signature signature;

    private int position;

    @Column(name = "source_code")
    private @Nullable String sourceCode;

    private String wording;

    @SuppressWarnings("NullAway.Init")
    protected SignedCommitment() {}

    /** @param position from 1, as on the paper */
    SignedCommitment(Signature signature, int position, PledgeContent.Commitment commitment) {
        this.signature = signature;
        this.position = position;
        this.sourceCode = commitment.source();
        this.wording = commitment.wording();
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Signature signature() {
        return signature;
    }

    public int position() {
        return position;
    }

    /** Code in the library; empty for own words. */
    public Optional<String> sourceCode() {
        return Optional.ofNullable(sourceCode);
    }

    public String wording() {
        return wording;
    }
}
