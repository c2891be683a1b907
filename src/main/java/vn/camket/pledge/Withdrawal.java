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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signer's request that the pledge end. Inserted once; it is open until there is a
 * {@link WithdrawalDecision}, and the pledge stands meanwhile.
 */
@Entity
@Table(name = "withdrawal")
public class Withdrawal {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "signature_id")
    private Signature signature;

    private String reason;

    @Column(name = "asked_at")
    private Instant askedAt;

    @SuppressWarnings("NullAway.Init")
    protected Withdrawal() {}

    Withdrawal(Signature signature, String reason, Instant askedAt) {
        this.signature = signature;
        this.reason = reason;
        this.askedAt = askedAt;
    }

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public Signature signature() {
        return signature;
    }

    public String reason() {
        return reason;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
