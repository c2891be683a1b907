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
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.RatingRound;
import vn.camket.campaign.Step;

/**
 * How somebody rates the keeping of all commitments of a pledge. Inserted once; saved again it is a further one with the
 * next number, which holds.
 */
@Entity
@Table(name = "self_rating")
public class SelfRating {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "enrolment_id")
    private Enrolment enrolment;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "step_id")
    private Step step;

    @Enumerated(EnumType.STRING)
    private RatingRound round;

    private int number;

    @Column(name = "request_key")
    private String requestKey;

    @Column(name = "rated_at")
    private Instant ratedAt;

    @SuppressWarnings("NullAway.Init")
    protected SelfRating() {}

    SelfRating(Enrolment enrolment, Step step, RatingRound round, int number, String requestKey, Instant ratedAt) {
        this.enrolment = enrolment;
        this.step = step;
        this.round = round;
        this.number = number;
        this.requestKey = requestKey;
        this.ratedAt = ratedAt;
    }

    public long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    public Enrolment enrolment() {
        return enrolment;
    }

    public RatingRound round() {
        return round;
    }

    /** From 1. */
    public int number() {
        return number;
    }

    String requestKey() {
        return requestKey;
    }

    public Instant ratedAt() {
        return ratedAt;
    }
}
