package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
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

    public void signIn() throws IOException {
        var request = (HttpServletRequest) external.getRequest();
        var response = (HttpServletResponse) external.getResponse();
        try {
            signingIn.signIn(request, response, userName == null ? "" : userName, password == null ? "" : password);
            var target = returnTo == null ? reader.getHome() : LocalAddress.orElse(returnTo, reader.getHome());
            external.redirect(external.getRequestContextPath() + target);
        } catch (Refusal refusal) {
            Notices.refused(refusal, "signIn:password");
        }
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
