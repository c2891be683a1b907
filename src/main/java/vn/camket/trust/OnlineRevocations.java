package vn.camket.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Settings;

/**
 * Asks authorities themselves (OCSP, then CRL), at the addresses in the certificate. Off unless CAMKET_REVOCATION_ONLINE
 * is true, and then only hosts of CAMKET_REVOCATION_HOSTS are reached.
 */
@ApplicationScoped
class OnlineRevocations {
    private static final int LARGEST_ANSWER = 65_536;
    private static final int LARGEST_LIST = 10 * 1_048_576;
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST_KEPT = 20;

    /** For all questions of one check together: a check holds a place that others wait for. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A list that was fetched a short time ago. */
    private record Fetched(RevocationList list, Instant at) {}

    private final ConcurrentHashMap<String, Fetched> fetched = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private @Nullable StatusLine line;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    boolean isOn() {
        return settings.text("camket.revocation.online").map(Boolean::valueOf).orElse(false);
    }

    RevocationState.Source source(Duration longest) {
        var until = clock.instant().plus(PATIENCE);
        RevocationState.Source answers = (certificate, issuer, at) ->
                asked(inTime(StatusAddresses.responders(certificate), until), certificate, issuer, at, longest);
        return answers.or((certificate, issuer, at) ->
                listed(inTime(StatusAddresses.lists(certificate), until), certificate, issuer, at, longest));
    }

    /** Addresses one after the other, as long as there is time. */
    private Iterable<String> inTime(List<String> addresses, Instant until) {
        return () -> addresses.stream()
                .takeWhile(address -> clock.instant().isBefore(until))
                .iterator();
    }

    private synchronized StatusLine line() {
        if (line == null) {
            line = new StatusLine(settings.text("camket.revocation.hosts").orElse(""));
        }
        return line;
    }

    private RevocationState asked(
            Iterable<String> addresses,
            X509Certificate certificate,
            X509Certificate issuer,
            Instant at,
            Duration longest) {
        var nonce = new byte[16];
        random.nextBytes(nonce);
        var question = new StatusAnswer(certificate, issuer, nonce);
        for (var address : addresses) {
            var answer = line().ask(address, question.question(), LARGEST_ANSWER);
            if (answer.isPresent()) {
                return question.read(answer.get(), at, clock.instant(), longest);
            }
        }
        return new RevocationState.Unknown("no OCSP");
    }

    private RevocationState listed(
            Iterable<String> addresses,
            X509Certificate certificate,
            X509Certificate issuer,
            Instant at,
            Duration longest) {
        for (var address : addresses) {
            var list = list(address);
            if (list != null && list.isBy(issuer) && list.isUnderstood() && list.isFresh(clock.instant(), longest)) {
                return list.of(certificate, at);
            }
        }
        return new RevocationState.Unknown("no CRL online");
    }

    private @Nullable RevocationList list(String address) {
        var now = clock.instant();
        var known = fetched.get(address);
        if (known != null && known.at().plus(KEPT).isAfter(now)) {
            return known.list();
        }
        var list = line().get(address, LARGEST_LIST).flatMap(X509Files::listIn).map(RevocationList::new);
        if (list.isEmpty()) {
            return null;
        }
        if (fetched.size() >= MOST_KEPT) {
            List.copyOf(fetched.keySet()).forEach(fetched::remove);
        }
        fetched.put(address, new Fetched(list.get(), now));
        return list.get();
    }
}
