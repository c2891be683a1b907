package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.web.Reader;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.Paging;
import vn.camket.pledge.OpenWithdrawal;
import vn.camket.pledge.PledgeRefusal;
import vn.camket.pledge.PledgeWithdrawing;

/** Requests to withdraw that wait for the head, and the decision on one. Keeps no state. */
@Named
@RequestScoped
public class WithdrawalsView {
    @Inject
    PledgeWithdrawing withdrawing;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable Integer page;
    private @Nullable Long picked;
    private @Nullable String reason;
    private @Nullable String password;
    private Paging paging = new Paging(1, 0, "?");
    private List<OpenWithdrawal> rows = List.of();

    public void open() throws IOException {
        if (!"POST".equals(((HttpServletRequest) external.getRequest()).getMethod())) {
            load();
            return;
        }
        FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
        try {
            decide();
            external.redirect(external.getRequestContextPath() + "/pledge/withdrawals.xhtml");
            FacesContext.getCurrentInstance().responseComplete();
        } catch (Refusal refusal) {
            Notices.refused(refusal, ReasonField.orProof(refusal));
            load();
        }
    }

    private void load() {
        paging = new Paging(page == null ? 1 : page, withdrawing.countOpen(), "?");
        rows = withdrawing.open(paging.offset(), Paging.SIZE);
    }

    private void decide() {
        if (picked == null) {
            throw PledgeRefusal.NO_REQUEST_CHOSEN.with();
        }
        var typed = password == null ? "" : password;
        if ("agree".equals(external.getRequestParameterMap().get("which"))) {
            Notices.done(withdrawing.agree(picked, typed) ? "pledge.withdrawals.agreed" : "pledge.withdrawals.late");
        } else {
            Notices.done(
                    withdrawing.decline(picked, reason == null ? "" : reason, typed)
                            ? "pledge.withdrawals.declined"
                            : "pledge.withdrawals.late");
        }
    }

    public boolean picked(OpenWithdrawal row) {
        return picked != null && picked == row.id();
    }

    public Paging getPaging() {
        return paging;
    }

    public List<OpenWithdrawal> getRows() {
        return rows;
    }

    public @Nullable Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page;
    }

    public @Nullable Long getPicked() {
        return picked;
    }

    public void setPicked(@Nullable Long picked) {
        this.picked = picked;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
