package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.web.Reader;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.pledge.PledgeReceipt;
import vn.camket.pledge.PledgeReceipts;
import vn.camket.pledge.PledgeRefusal;
import vn.camket.pledge.PledgeWithdrawing;

/** The signer's request to withdraw a pledge. Keeps no state. */
@Named
@RequestScoped
public class WithdrawView {
    @Inject
    PledgeReceipts receipts;

    @Inject
    PledgeWithdrawing withdrawing;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable String code;
    private @Nullable String reason;
    private @Nullable String password;
    private @Nullable PledgeReceipt receipt;

    public void open() throws IOException {
        if (code == null) {
            throw new NotFound();
        }
        if ("POST".equals(((HttpServletRequest) external.getRequest()).getMethod())) {
            FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
            ask(code);
        } else {
            load(code);
        }
    }

    private void ask(String asked) throws IOException {
        try {
            withdrawing.ask(asked, reason == null ? "" : reason, password == null ? "" : password);
            Notices.done("pledge.withdraw.done");
            leaveFor(asked);
        } catch (Refusal refusal) {
            if (refusal.reason() == PledgeRefusal.PLEDGE_ENDED) {
                Notices.done(refusal.messageKey());
                leaveFor(asked);
                return;
            }
            Notices.refused(refusal, ReasonField.orProof(refusal));
            load(asked);
        }
    }

    /** Only the signer, and only where there is something to ask. */
    private void load(String asked) throws IOException {
        var found = receipts.of(asked);
        if (!found.own()) {
            throw new NotFound();
        }
        receipt = found;
        if (!found.isWithdrawable()) {
            leaveFor(found.code());
        }
    }

    private void leaveFor(String asked) throws IOException {
        external.redirect(external.getRequestContextPath() + "/pledge/receipt.xhtml?code="
                + java.net.URLEncoder.encode(asked, java.nio.charset.StandardCharsets.UTF_8));
        FacesContext.getCurrentInstance().responseComplete();
    }

    public PledgeReceipt getReceipt() {
        if (receipt == null) {
            throw new NotFound();
        }
        return receipt;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
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
