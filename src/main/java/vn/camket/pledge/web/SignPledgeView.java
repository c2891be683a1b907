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
import vn.camket.pledge.PledgeSigning;
import vn.camket.pledge.PledgeToSign;

/**
 * The page on which a pledge is read and signed. It keeps no state: the form is a plain one and carries all it needs, so
 * that it outlives sessions and views.
 */
@Named
@RequestScoped
public class SignPledgeView {
    @Inject
    PledgeSigning signing;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable Long enrolmentId;
    private @Nullable Long stepId;
    private @Nullable PledgeToSign pledge;
    private @Nullable String requestKey;
    private boolean consent;
    private @Nullable String password;

    public void open() throws IOException {
        if ("POST".equals(((HttpServletRequest) external.getRequest()).getMethod())) {
            sign();
            return;
        }
        requestKey = LookupCode.random().value();
        load();
        var signed = getPledge().signed();
        if (signed.isPresent()) {
            leaveFor(signed.get().value());
        }
    }

    private void load() {
        if (enrolmentId == null || stepId == null) {
            throw new NotFound();
        }
        pledge = signing.open(enrolmentId, stepId);
    }

    private void sign() throws IOException {
        // The page itself, which says in which language it speaks, is not built yet.
        FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
        if (enrolmentId == null || stepId == null || requestKey == null) {
            throw new NotFound();
        }
        try {
            var code = signing.sign(enrolmentId, stepId, requestKey, consent, password == null ? "" : password);
            leaveFor(code.value());
        } catch (Refusal refusal) {
            answer(refusal);
        }
    }

    private void answer(Refusal refusal) throws IOException {
        if (refusal.reason() == PledgeRefusal.ALREADY_SIGNED) {
            Notices.done(refusal.messageKey());
            leaveFor(String.valueOf(refusal.details().get(0)));
            return;
        }
        Notices.refused(refusal, field(refusal));
        load();
    }

    private static @Nullable String field(Refusal refusal) {
        if (refusal.reason() == PledgeRefusal.CONSENT_MISSING) {
            return "consent";
        }
        return refusal.reason() instanceof IdentityRefusal ? SecondProof.field(refusal, "password") : null;
    }

    private void leaveFor(String code) throws IOException {
        external.redirect(external.getRequestContextPath() + "/pledge/receipt.xhtml?code=" + code);
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

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
