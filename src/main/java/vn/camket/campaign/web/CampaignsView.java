package vn.camket.campaign.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import vn.camket.campaign.CampaignPlanning;
import vn.camket.campaign.CampaignRow;
import vn.camket.platform.web.Paging;

/** The campaigns one may plan. */
@Named
@RequestScoped
public class CampaignsView {
    @Inject
    CampaignPlanning planning;

    @Inject
    @Param(name = "page")
    @Nullable
    Integer page;

    private Paging paging = new Paging(1, 0, "campaigns.xhtml?");
    private List<CampaignRow> rows = List.of();

    public void open() {
        paging = new Paging(page == null ? 1 : page, planning.count(), "campaigns.xhtml?");
        rows = planning.list(paging.offset());
    }

    public Paging getPaging() {
        return paging;
    }

    public List<CampaignRow> getRows() {
        return rows;
    }

    public boolean isIdle() {
        return rows.isEmpty();
    }
}
