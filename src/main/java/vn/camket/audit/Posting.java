package vn.camket.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import vn.camket.platform.BoundedAnswer;

/** A POST to an address that the administrator configured. Follows no redirect. */
final class Posting {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int LARGEST = 1 << 20;

    private Posting() {}

    /** @return the body of an answer of the 200s, at most 1 MiB @throws IOException otherwise */
    static byte[] post(String address, String type, byte[] body) throws IOException {
        var client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(ANSWER)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            var answer = BoundedAnswer.to(client, request, LARGEST, ANSWER);
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            return answer.body();
        } catch (IllegalArgumentException malformed) {
            throw new IOException("not an address: " + address, malformed);
        }
    }
}
