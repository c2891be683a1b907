package vn.camket.completion.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
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

    @Inject
    @Param(name = "run")
    @Nullable
    Long toRun;

    @Inject
    @Param(name = "repair")
    @Nullable
    Long toRepair;

    private List<CheckResult> results = List.of();

    public void open() {
        results = check.results();
    }

    /** Whether the post comes from a button beside a campaign. */
    public boolean isAsked() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    public String act() {
        if (toRun != null) {
            var result = check.run(toRun);
            Notices.done("completion.check.ran", result.rows(), result.differences());
        } else if (toRepair != null) {
            Notices.done("completion.check.repaired", check.repair(toRepair));
        }
        return AGAIN;
    }

    public List<CheckResult> getResults() {
        return results;
    }

    public boolean isIdle() {
        return results.isEmpty();
    }
}
