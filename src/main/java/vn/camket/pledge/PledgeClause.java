package vn.camket.pledge;

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
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.StepAudience;

/** One promise of a pledge text, and whom it binds. */
@Entity
@Table(name = "pledge_clause")
public class PledgeClause {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "text_id")
    private PledgeText text;

    private int position;

    @Enumerated(EnumType.STRING)
    private StepAudience audience;

    private String wording;

    @SuppressWarnings("NullAway.Init")
    protected PledgeClause() {}

    PledgeClause(PledgeText text, int position, StepAudience audience, String wording) {
        this.text = text;
        this.position = position;
        this.audience = audience;
        this.wording = wording;
    }

    public int position() {
        return position;
    }

    public StepAudience audience() {
        return audience;
    }

    public String wording() {
        return wording;
    }
}
