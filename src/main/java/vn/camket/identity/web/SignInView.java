package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.identity.SigningIn;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.LocalAddress;
import vn.camket.platform.web.Notices;

/** The sign-in page. */
@Named
@RequestScoped
public class SignInView {
    @Inject
    SigningIn signingIn;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable String userName;
    private @Nullable String password;
    private @Nullable String returnTo;
    private @Nullable String ticket;
    private @Nullable String code;
    private boolean expired;

    public void signIn() throws IOException {
        try {
            var asked = signingIn.signIn(request(), response(), orEmpty(userName), orEmpty(password));
            if (asked.isPresent()) {
                ticket = asked.get();
            } else {
                enter();
            }
        } catch (Refusal refusal) {
            Notices.refused(refusal, "signIn:password");
        }
    }

    /** The second step: the six digits, or a recovery code. */
    public void finish() throws IOException {
        try {
            signingIn.finish(request(), response(), orEmpty(ticket), orEmpty(code));
            enter();
        } catch (Refusal refusal) {
            expired = refusal.reason() == IdentityRefusal.SIGN_IN_EXPIRED;
            Notices.refused(refusal, expired ? "signIn:userName" : "finish:code");
        }
    }

    private void enter() throws IOException {
        var target = returnTo == null ? reader.getHome() : LocalAddress.orElse(returnTo, reader.getHome());
        external.redirect(external.getRequestContextPath() + target);
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) external.getRequest();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) external.getResponse();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether the password is proved and the code is asked; known from the request before the form is read. */
    public boolean isCodeAsked() {
        return !expired && (ticket != null || external.getRequestParameterMap().containsKey("finish:ticket"));
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }

    public @Nullable String getCode() {
        return null;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getUserName() {
        return userName;
    }

    public void setUserName(@Nullable String userName) {
        this.userName = userName;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getReturnTo() {
        return returnTo;
    }

    public void setReturnTo(@Nullable String returnTo) {
        this.returnTo = returnTo;
    }
}
