package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import vn.camket.campaign.CampaignExtended;
import vn.camket.campaign.CampaignOpened;
import vn.camket.platform.Vietnam;

/** The counters follow what is done to a whole campaign: its opening, and days that are put off. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CampaignCounting {
    @Inject
    Recount recount;

    @Inject
    Clock clock;

    void count(@Observes CampaignOpened fact) {
        recount.writeAll(fact.campaignId());
        recount.keepDay(fact.campaignId(), Vietnam.today(clock));
    }

    /** Days were put off: who was late may not be any more. */
    void measureLateness(@Observes CampaignExtended fact) {
        recount.writeLateness(fact.campaignId());
    }
}
