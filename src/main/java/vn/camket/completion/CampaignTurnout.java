package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.camket.campaign.Turnout;

/** Whole campaigns, summed over their counters. Native SQL: one sum for all of them. */
@ApplicationScoped
class CampaignTurnout implements Turnout {
    @PersistenceContext
    EntityManager entities;

    @Override
    public Map<Long, Share> of(Collection<Long> campaignIds) {
        var shares = new HashMap<Long, Share>();
        if (campaignIds.isEmpty()) {
            return shares;
        }
        var marks = IntStream.rangeClosed(1, campaignIds.size())
                .mapToObj(number -> "?" + number)
                .collect(Collectors.joining(", "));
        var query = entities.createNativeQuery("select campaign_id, sum(required), sum(done) from completion_count"
                + " where cycle = 1 and step_id = 0 and campaign_id in (" + marks + ") group by campaign_id");
        var position = 1;
        for (var id : campaignIds) {
            query.setParameter(position++, id);
        }
        List<?> rows = query.getResultList();
        for (var row : rows) {
            var columns = (Object[]) row;
            shares.put(
                    ((Number) columns[0]).longValue(),
                    new Share(((Number) columns[1]).longValue(), ((Number) columns[2]).longValue()));
        }
        return shares;
    }
}
