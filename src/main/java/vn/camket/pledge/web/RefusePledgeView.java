package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.identity.web.Reader;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeRefusal;
import vn.camket.pledge.PledgeRefusing;
import vn.camket.pledge.PledgeSigning;
import vn.camket.pledge.PledgeToSign;

/** The page on which somebody declares not to sign, and on which that is shown afterwards. Keeps no state. */
@Named
@RequestScoped
public class RefusePledgeView {
    @Inject
    PledgeSigning signing;

    @Inject
    PledgeRefusing refusing;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable Long enrolmentId;
    private @Nullable Long stepId;
    private @Nullable PledgeToSign pledge;
    private @Nullable String requestKey;
    private @Nullable String reason;
    private @Nullable String password;

    public void open() throws IOException {
        if (enrolmentId == null || stepId == null) {
            throw new NotFound();
        }
        if ("POST".equals(((HttpServletRequest) external.getRequest()).getMethod())) {
            refuse(enrolmentId, stepId);
        } else {
            requestKey = LookupCode.random().value();
            load(enrolmentId, stepId);
        }
    }

    private void load(long enrolment, long step) throws IOException {
        var found = signing.open(enrolment, step);
        pledge = found;
        if (found.signed().isPresent()) {
            leaveFor("/pledge/receipt.xhtml?code=" + found.signed().get().value());
        } else if (found.refused().isEmpty() && !found.isSignable()) {
            leaveFor("/pledge/sign.xhtml?" + place());
        }
    }

    private void refuse(long enrolment, long step) throws IOException {
        // The page itself, which says in which language it speaks, is not built yet.
        FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
        if (requestKey == null) {
            throw new NotFound();
        }
        try {
            refusing.refuse(
                    enrolment, step, requestKey, reason == null ? "" : reason, password == null ? "" : password);
            Notices.done("pledge.refuse.done");
            leaveFor("/pledge/refuse.xhtml?" + place());
        } catch (Refusal refusal) {
            answer(refusal, enrolment, step);
        }
    }

    private void answer(Refusal refusal, long enrolment, long step) throws IOException {
        if (refusal.reason() == PledgeRefusal.ALREADY_SIGNED) {
            Notices.done(refusal.messageKey());
            leaveFor("/pledge/receipt.xhtml?code=" + refusal.details().get(0));
        } else if (refusal.reason() == PledgeRefusal.ALREADY_REFUSED) {
            Notices.done(refusal.messageKey());
            leaveFor("/pledge/refuse.xhtml?" + place());
        } else {
            Notices.refused(refusal, field(refusal));
            load(enrolment, step);
        }
    }

    private static @Nullable String field(Refusal refusal) {
        return refusal.reason() instanceof IdentityRefusal
                ? SecondProof.field(refusal, "password")
                : refusal.details().contains("reason") ? "reason" : null;
    }

    private String place() {
        return "enrolment=" + enrolmentId + "&step=" + stepId;
    }

    private void leaveFor(String address) throws IOException {
        external.redirect(external.getRequestContextPath() + address);
        FacesContext.getCurrentInstance().responseComplete();
    }

    public PledgeToSign getPledge() {
        if (pledge == null) {
            throw new NotFound();
        }
        return pledge;
    }

    public @Nullable Long getEnrolmentId() {
        return enrolmentId;
    }

    public void setEnrolmentId(@Nullable Long enrolmentId) {
        this.enrolmentId = enrolmentId;
    }

    public @Nullable Long getStepId() {
        return stepId;
    }

    public void setStepId(@Nullable Long stepId) {
        this.stepId = stepId;
    }

    public @Nullable String getRequestKey() {
        return requestKey;
    }

    public void setRequestKey(@Nullable String requestKey) {
        this.requestKey = requestKey;
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
