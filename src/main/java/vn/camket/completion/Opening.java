package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import vn.camket.campaign.CampaignOpened;
import vn.camket.platform.Vietnam;

/** The first counters of a campaign: what is asked of whom, and nothing done. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Opening {
    @Inject
    Recount recount;

    @Inject
    Clock clock;

    void count(@Observes CampaignOpened fact) {
        recount.writeAll(fact.campaignId());
        recount.keepDay(fact.campaignId(), Vietnam.today(clock));
    }
}
