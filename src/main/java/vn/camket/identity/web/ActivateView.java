package vn.camket.identity.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.identity.PasswordChanging;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;

/** Opening an account, or a whole installation, by a one-time link. */
@Named
@RequestScoped
public class ActivateView {
    @Inject
    PasswordChanging changing;

    @Inject
    HttpServletRequest request;

    private @Nullable String secret;
    private PasswordChanging.@Nullable Invitation invitation;
    private @Nullable String agencyName;
    private @Nullable String userName;
    private @Nullable String displayName;
    private @Nullable String wished;
    private @Nullable String again;

    /** The page keeps no state, so the link is looked up anew in every request, before its form is read. */
    @PostConstruct
    void open() {
        secret = request.getParameter("secret");
        invitation = secret == null ? null : changing.invitation(secret).orElse(null);
    }

    public @Nullable String activate() {
        try {
            NewPassword.same(wished, again);
            if (isFirst()) {
                changing.activateFirst(
                        orEmpty(secret), orEmpty(agencyName), orEmpty(userName), orEmpty(displayName), orEmpty(wished));
            } else {
                changing.activate(orEmpty(secret), orEmpty(wished));
            }
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
            return null;
        }
        Notices.done("identity.activate.done");
        return "/identity/sign-in.xhtml?faces-redirect=true";
    }

    private static @Nullable String field(Refusal refusal) {
        if (refusal.reason() == IdentityRefusal.LINK_INVALID) {
            return null;
        }
        return refusal.reason() == IdentityRefusal.USER_NAME_MALFORMED
                        || refusal.reason() == IdentityRefusal.USER_NAME_TAKEN
                ? "activate:userName"
                : NewPassword.field(refusal, "activate");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether the link still opens something. */
    public boolean isGood() {
        return invitation != null;
    }

    public boolean isFirst() {
        return invitation != null && invitation.first();
    }

    public String getInvited() {
        return invitation == null ? "" : invitation.userName();
    }

    public String getInvitedName() {
        return invitation == null ? "" : invitation.displayName();
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public @Nullable String getAgencyName() {
        return agencyName;
    }

    public void setAgencyName(@Nullable String agencyName) {
        this.agencyName = agencyName;
    }

    public @Nullable String getUserName() {
        return userName;
    }

    public void setUserName(@Nullable String userName) {
        this.userName = userName;
    }

    public @Nullable String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(@Nullable String displayName) {
        this.displayName = displayName;
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
