package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.AnswerHeaders;
import vn.camket.platform.Vietnam;

/**
 * Stands before every request. A session that proves good lets its person in; without one, public addresses stay open,
 * pages lead to the sign-in page and come back, told so when what they sent was lost; saves under /api get 401 so that
 * the browser can keep the input.
 */
@ApplicationScoped
public class Gate implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(Gate.class.getName());

    @Inject
    SessionBinding sessions;

    @Inject
    Accounts accounts;

    @Inject
    SignedIn signedIn;

    @Inject
    RequiredFactor required;

    @Inject
    Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (context.isAuthenticationRequest()) {
            return letIn(request, response, context, context.getAuthParameters().getCredential());
        }
        if (PublicAddress.isAsset(path(request))) {
            return context.doNothing();
        }
        try {
            var account = sessions.bound(request).flatMap(this::stillGood);
            if (account.isPresent()) {
                signedIn.is(account.get());
                return admit(request, response, context, account.get());
            }
        } catch (PersistenceException away) {
            return unavailable(request, response, away);
        }
        return PublicAddress.isOpen(path(request)) ? context.doNothing() : turnAway(request, response, context);
    }

    private Optional<Account> stillGood(SessionBinding.Bound bound) {
        return accounts.byId(bound.accountId())
                .filter(account -> account.isUsable(Vietnam.today(clock))
                        && account.securityStamp().equals(bound.stamp()));
    }

    /** Without the database nobody can be recognised: say so, and let the reader try again. */
    private static AuthenticationStatus unavailable(
            HttpServletRequest request, HttpServletResponse response, PersistenceException away) {
        LOG.log(
                Level.WARNING,
                "The database does not answer: {0}",
                String.valueOf(away.getMessage()).split("\n", 2)[0]);
        try {
            AnswerHeaders.write(request, response);
            if (path(request).startsWith("/api/")) {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                response.setHeader("Retry-After", "10");
                response.setContentType("application/json;charset=UTF-8");
                response.getWriter().write("{\"reason\":\"UNAVAILABLE\"}");
            } else {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        } catch (IOException gone) {
            LOG.log(Level.FINE, "The reader has left", gone);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private AuthenticationStatus admit(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, Account account) {
        var path = path(request);
        if (account.mustChange() && !PublicAddress.isForChangingPassword(path)) {
            return first("/identity/password.xhtml", request, response, context);
        }
        if (!PublicAddress.isForSecuring(path) && required.isMissing()) {
            return first("/identity/security.xhtml", request, response, context);
        }
        return context.notifyContainerAboutLogin(String.valueOf(account.id()), Set.of());
    }

    /** Who has something to do first is nobody in particular where everybody may come, and comes nowhere else. */
    private AuthenticationStatus first(
            String page, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        signedIn.isNobody();
        if (PublicAddress.isOpen(path(request))) {
            return context.doNothing();
        }
        AnswerHeaders.writeWithPolicy(request, response);
        return redirect(response, context, request.getContextPath() + page);
    }

    /** Nobody is let in by a password alone: {@link SigningIn} knows what else an account asks for. */
    private AuthenticationStatus letIn(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            Credential credential) {
        if (!(credential instanceof ProvenAccount proven)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        sessions.bind(request, response, proven.account());
        signedIn.is(proven.account());
        return context.notifyContainerAboutLogin(String.valueOf(proven.account().id()), Set.of());
    }

    private static AuthenticationStatus turnAway(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        AnswerHeaders.writeWithPolicy(request, response);
        if (path(request).startsWith("/api/")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return AuthenticationStatus.SEND_FAILURE;
        }
        var posted = !"GET".equals(request.getMethod());
        var target = posted ? origin(request) : wanted(request);
        var signIn = new StringBuilder(request.getContextPath()).append("/identity/sign-in.xhtml");
        var separator = '?';
        if (posted || lostSession(request)) {
            signIn.append(separator).append(posted ? "lost=true" : "idle=true");
            separator = '&';
        }
        if (!"/".equals(target) && !"/index.xhtml".equals(target)) {
            signIn.append(separator).append("return=").append(URLEncoder.encode(target, StandardCharsets.UTF_8));
        }
        return redirect(response, context, signIn.toString());
    }

    /** A session cookie came along, but its session is gone: the reader was signed in before. */
    private static boolean lostSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static String wanted(HttpServletRequest request) {
        return path(request) + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    /** The page whose form was sent, with its parameters; browsers name it to their own origin. */
    private static String origin(HttpServletRequest request) {
        var referrer = request.getHeader("Referer");
        var here = request.getScheme() + "://" + request.getHeader("Host") + request.getContextPath();
        return referrer != null && referrer.startsWith(here + "/")
                ? referrer.substring(here.length())
                : wanted(request);
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

    /** What the container serves, decoded and without dot segments; the raw address could only pretend to be an asset. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
