package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Stands before every request. A session that proves good lets its person in; without one, public addresses stay open,
 * pages lead to the sign-in page and come back, told so when what they sent was lost; saves under /api get 401 so that
 * the browser can keep the input.
 */
@ApplicationScoped
public class Gate implements HttpAuthenticationMechanism {
    @Inject
    IdentityStoreHandler stores;

    @Inject
    SessionBinding sessions;

    @Inject
    Accounts accounts;

    @Inject
    SignedIn signedIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (context.isAuthenticationRequest()) {
            return prove(request, response, context, context.getAuthParameters().getCredential());
        }
        if (PublicAddress.isAsset(path(request))) {
            return context.doNothing();
        }
        var bound = sessions.bound(request);
        if (bound.isPresent()) {
            var account = accounts.byId(bound.get().accountId());
            if (account.isPresent()
                    && !account.get().isDisabled()
                    && account.get().securityStamp().equals(bound.get().stamp())) {
                signedIn.is(account.get());
                return admit(request, response, context, account.get());
            }
        }
        return PublicAddress.isOpen(path(request)) ? context.doNothing() : turnAway(request, response, context);
    }

    private AuthenticationStatus admit(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, Account account) {
        if (account.mustChange() && !PublicAddress.isForChangingPassword(path(request))) {
            return redirect(response, context, request.getContextPath() + "/identity/password.xhtml");
        }
        return context.notifyContainerAboutLogin(String.valueOf(account.id()), Set.of());
    }

    private AuthenticationStatus prove(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            Credential credential) {
        var result = stores.validate(credential);
        if (result.getStatus() != CredentialValidationResult.Status.VALID) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        var account = accounts.byId(Long.parseLong(result.getCallerPrincipal().getName()))
                .orElseThrow();
        sessions.bind(request, response, account);
        signedIn.is(account);
        return context.notifyContainerAboutLogin(result);
    }

    private static AuthenticationStatus turnAway(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (path(request).startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return AuthenticationStatus.SEND_FAILURE;
        }
        var target = wanted(request);
        var signIn = request.getContextPath() + "/identity/sign-in.xhtml?return="
                + URLEncoder.encode(target, StandardCharsets.UTF_8)
                + ("POST".equals(request.getMethod()) ? "&lost=true" : "");
        return redirect(
                response, context, "/".equals(target) ? request.getContextPath() + "/identity/sign-in.xhtml" : signIn);
    }

    private static String wanted(HttpServletRequest request) {
        return path(request) + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static AuthenticationStatus redirect(HttpServletResponse response, HttpMessageContext context, String to) {
        try {
            if ("partial/ajax".equals(context.getRequest().getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + to.replace("&", "&amp;") + "\"/></partial-response>");
            } else {
                response.sendRedirect(to);
            }
        } catch (IOException gone) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
