package vn.camket.trust;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.camket.platform.BoundedAnswer;

/**
 * The line to authorities: only http and https, only hosts that a setting names, no redirects, a few seconds, a few
 * megabytes. The addresses stand in certificates that strangers send, so nothing else may be reached by them.
 */
final class StatusLine {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration WHOLE = Duration.ofSeconds(6);

    private final Set<String> hosts;
    private final Duration whole;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param hosts separated by commas: host, or host:port where the port is not the usual one */
    StatusLine(String hosts) {
        this(hosts, WHOLE);
    }

    /** @param whole longest time from a question to the last byte of its answer */
    StatusLine(String hosts, Duration whole) {
        this.whole = whole;
        this.hosts = Arrays.stream(hosts.split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean mayReach(String address) {
        try {
            var uri = URI.create(address);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https"))
                    || uri.getHost() == null
                    || uri.getUserInfo() != null) {
                return false;
            }
            var host = uri.getHost().toLowerCase(Locale.ROOT);
            var usual = uri.getPort() < 0 || uri.getPort() == (scheme.equals("http") ? 80 : 443);
            return hosts.contains(usual ? host : host + ":" + uri.getPort());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** @param largest bytes; an answer that is longer is none */
    Optional<byte[]> get(String address, int largest) {
        return send(HttpRequest.newBuilder().GET(), address, largest);
    }

    Optional<byte[]> ask(String address, byte[] question, int largest) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(question)),
                address,
                largest);
    }

    private Optional<byte[]> send(HttpRequest.Builder request, String address, int largest) {
        if (!mayReach(address)) {
            return Optional.empty();
        }
        try {
            var question = request.uri(URI.create(address)).timeout(whole).build();
            var response = BoundedAnswer.to(client, question, largest, whole);
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }
}
