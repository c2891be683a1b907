package vn.camket.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.SignedIn;
import vn.camket.identity.SigningIn;

/** Signs in over a page whose session ended, so that what was typed there stays and is sent afterwards. */
@Path("identity")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {
    public static class Credentials {
        public @Nullable String userName;
        public @Nullable String password;
        public @Nullable String code;
    }

    @Inject
    SigningIn signingIn;

    @Inject
    SignedIn signedIn;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletResponse response;

    /**
     * @return name and user name of the person who is now signed in
     * @throws vn.camket.platform.Refusal as on the page: WRONG_CREDENTIALS, BLOCKED, BUSY; CODE_MISSING, CODE_WRONG where
     *     a code is asked
     */
    @POST
    @Path("sign-in")
    public Map<String, String> signIn(@Nullable Credentials credentials) {
        if (credentials == null || credentials.userName == null || credentials.password == null) {
            throw new BadRequestException();
        }
        var code = credentials.code == null ? "" : credentials.code;
        signingIn
                .signIn(request, response, credentials.userName, credentials.password)
                .ifPresent(ticket -> signingIn.finish(request, response, ticket, code));
        return Map.of("name", signedIn.name(), "userName", signedIn.account().userName());
    }
}
