package vn.camket.completion.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.camket.completion.CheckResult;
import vn.camket.completion.CompletionCheck;
import vn.camket.platform.web.Notices;

/** The recount of the counters: results, run now, repair. */
@Named
@RequestScoped
public class CheckView {
    private static final String AGAIN = "/completion/check.xhtml?faces-redirect=true";

    @Inject
    CompletionCheck check;

    private List<CheckResult> results = List.of();
    private long campaign;

    public void open() {
        results = check.results();
    }

    public String run() {
        var result = check.run(campaign);
        Notices.done("completion.check.ran", result.rows(), result.differences());
        return AGAIN;
    }

    public String repair() {
        Notices.done("completion.check.repaired", check.repair(campaign));
        return AGAIN;
    }

    public List<CheckResult> getResults() {
        return results;
    }

    public boolean isIdle() {
        return results.isEmpty();
    }

    /** Campaign the pressed button belongs to; its own form sends it. */
    public long getCampaign() {
        return campaign;
    }

    public void setCampaign(long campaign) {
        this.campaign = campaign;
    }
}
