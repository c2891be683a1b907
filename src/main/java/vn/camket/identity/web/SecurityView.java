package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.identity.TotpKeeping;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.QrPath;

/** What protects one's own account. The forms are plain ones and the page keeps no state. */
@Named
@RequestScoped
public class SecurityView {
    @Inject
    TotpKeeping keeping;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable String act;
    private @Nullable String sealed;
    private @Nullable String password;
    private @Nullable String code;
    private TotpKeeping.@Nullable State totp;
    private TotpKeeping.@Nullable Draft draft;
    private List<String> codes = List.of();

    public void open() throws IOException {
        if ("POST".equals(request().getMethod()) && !PasskeysView.isAct(act)) {
            // The page itself, which says in which language it speaks, is not built yet.
            FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
            change();
        }
        totp = keeping.state();
        if ("begin".equals(act) && !totp.set()) {
            draft = keeping.draft();
        }
    }

    private void change() throws IOException {
        try {
            if ("set".equals(act)) {
                codes = keeping.set(request(), orEmpty(sealed), orEmpty(password), orEmpty(code));
            } else if ("remove".equals(act)) {
                keeping.remove(request(), orEmpty(password), orEmpty(code));
                leave("identity.security.totp.removed");
            } else {
                throw new NotFound();
            }
        } catch (Refusal refusal) {
            draft = "set".equals(act) ? stillToSet(refusal) : null;
            Notices.refused(refusal, field(refusal));
        }
    }

    private TotpKeeping.@Nullable Draft stillToSet(Refusal refusal) {
        if (refusal.reason() == IdentityRefusal.TOTP_ALREADY_SET
                || keeping.state().set()) {
            return null;
        }
        return refusal.reason() == IdentityRefusal.TOTP_DRAFT_EXPIRED
                ? keeping.draft()
                : keeping.draft(orEmpty(sealed));
    }

    /** A form that is not shown again has no fields. */
    private @Nullable String field(Refusal refusal) {
        return (draft != null || "remove".equals(act)) && refusal.reason() instanceof IdentityRefusal reason
                ? switch (reason) {
                    case TOTP_ALREADY_SET, TOTP_NOT_SET, TOTP_DRAFT_EXPIRED -> null;
                    default -> SecondProof.field(refusal, act + "-password");
                }
                : null;
    }

    private void leave(String outcome) throws IOException {
        Notices.done(outcome);
        external.redirect(external.getRequestContextPath() + "/identity/security.xhtml");
        FacesContext.getCurrentInstance().responseComplete();
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) external.getRequest();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public TotpKeeping.State getTotp() {
        if (totp == null) {
            throw new NotFound();
        }
        return totp;
    }

    /** Whether the reader's role asks for a code and none is set. */
    public boolean isMissing() {
        return getTotp().required() && !getTotp().set();
    }

    /** The set-up in progress; null when none is. */
    public TotpKeeping.@Nullable Draft getDraft() {
        return draft;
    }

    public @Nullable QrPath getQr() {
        return draft == null ? null : QrPath.of(draft.address());
    }

    /** The recovery codes, in the answer to the form that set the code and never again. */
    public List<String> getCodes() {
        return codes;
    }

    public @Nullable String getAct() {
        return act;
    }

    public void setAct(@Nullable String act) {
        this.act = act;
    }

    public @Nullable String getSealed() {
        return sealed;
    }

    public void setSealed(@Nullable String sealed) {
        this.sealed = sealed;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getCode() {
        return null;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
