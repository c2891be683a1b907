package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.identity.PasswordChanging;
import vn.camket.platform.Refusal;
import vn.camket.platform.RefusalReason;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;

/** Changing one's own password. */
@Named
@RequestScoped
public class PasswordView {
    private static final Set<RefusalReason> PROOF = Set.of(
            IdentityRefusal.CURRENT_PASSWORD_WRONG,
            IdentityRefusal.BLOCKED,
            IdentityRefusal.CODE_MISSING,
            IdentityRefusal.CODE_WRONG);

    @Inject
    PasswordChanging changing;

    @Inject
    ExternalContext external;

    private @Nullable String current;
    private @Nullable String wished;
    private @Nullable String again;

    public @Nullable String change() {
        try {
            NewPassword.same(wished, again);
            changing.change((HttpServletRequest) external.getRequest(), orEmpty(current), orEmpty(wished));
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
            return null;
        }
        Notices.done("identity.password.done");
        return "/identity/password.xhtml?faces-redirect=true";
    }

    private static String field(Refusal refusal) {
        return PROOF.contains(refusal.reason())
                ? SecondProof.field(refusal, "change:current")
                : NewPassword.field(refusal, "change");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public @Nullable String getCurrent() {
        return null;
    }

    public void setCurrent(@Nullable String current) {
        this.current = current;
    }

    public @Nullable String getWished() {
        return null;
    }

    public void setWished(@Nullable String wished) {
        this.wished = wished;
    }

    public @Nullable String getAgain() {
        return null;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }
}
