package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of pledge, under one code for all its numbered texts. */
@Entity
@Table(name = "pledge_template")
public class PledgeTemplate {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PledgeTemplate() {}

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public String code() {
        return code;
    }
}
