package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import vn.camket.audit.Ledger;
import vn.camket.platform.Settings;

/**
 * Ties a session to a second cookie of 256 random bits, because the container's session id has only about 56. The
 * session keeps the cookie's hash, the account's id and stamp, and the moment of sign-in; it ends after 30 idle minutes
 * (web.xml) and after 12 hours in any case.
 */
@ApplicationScoped
class SessionBinding {
    private static final String ATTRIBUTE = "camket.binding";
    private static final Duration LONGEST = Duration.ofHours(12);

    /** What the session holds of the person. */
    record Bound(long accountId, String stamp, String cookieHash, Instant since) implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Starts a fresh session for an account: new id, new cookie. */
    void bind(HttpServletRequest request, HttpServletResponse response, Account account) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        var session = request.getSession(true);
        var secret = Secrets.secret();
        session.setAttribute(
                ATTRIBUTE, new Bound(account.id(), account.securityStamp(), hash(secret), clock.instant()));
        response.addCookie(cookie(secret, -1));
    }

    /** Follows a change of the stamp that the person made in this very session (a new password). */
    void restamp(HttpServletRequest request, Account account) {
        var session = request.getSession(false);
        if (session != null && session.getAttribute(ATTRIBUTE) instanceof Bound bound) {
            session.setAttribute(
                    ATTRIBUTE, new Bound(account.id(), account.securityStamp(), bound.cookieHash(), bound.since()));
        }
    }

    /** What the session says, if its cookie came along and it is not too old. */
    Optional<Bound> bound(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Bound bound)) {
            return Optional.empty();
        }
        var secret = cookies(request);
        var good = secret.isPresent()
                && MessageDigest.isEqual(
                        hash(secret.get()).getBytes(StandardCharsets.US_ASCII),
                        bound.cookieHash().getBytes(StandardCharsets.US_ASCII))
                && clock.instant().isBefore(bound.since().plus(LONGEST));
        return good ? Optional.of(bound) : Optional.empty();
    }

    void release(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.addCookie(cookie("", 0));
    }

    private Optional<String> cookies(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private Cookie cookie(String value, int maxAge) {
        var cookie = new Cookie(name(), value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setSecure(settings.secureCookies());
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private String name() {
        return settings.secureCookies() ? "__Host-camket-binding" : "camket-binding";
    }

    private static String hash(String secret) {
        return HexFormat.of().formatHex(Ledger.sha256(secret.getBytes(StandardCharsets.US_ASCII)));
    }
}
