package vn.camket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real server that does what a bad one would. */
@Timeout(60)
class BoundedAnswerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    private interface Body {
        void write(OutputStream to) throws IOException, InterruptedException;
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void isTheWholeAnswerWithinTheBounds() throws IOException {
        answers(to -> to.write("xin chào".getBytes(StandardCharsets.UTF_8)));

        assertThat(new String(ask(9, Duration.ofSeconds(30)).body(), StandardCharsets.UTF_8))
                .isEqualTo("xin chào");
    }

    @Test
    void givesUpOnABodyThatStopsInTheMiddle() {
        answers(to -> {
            to.write(1);
            to.flush();
            end.await();
        });

        assertThatThrownBy(() -> ask(1000, Duration.ofMillis(700)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no whole answer");
    }

    @Test
    void givesUpOnABodyThatDripsForEver() {
        answers(to -> {
            while (!end.await(20, TimeUnit.MILLISECONDS)) {
                to.write(1);
                to.flush();
            }
        });

        assertThatThrownBy(() -> ask(1_000_000, Duration.ofMillis(700)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no whole answer");
    }

    @Test
    void readsNoMoreThanFits() {
        answers(to -> {
            var part = new byte[65_536];
            while (end.getCount() > 0) {
                to.write(part);
            }
        });

        assertThatThrownBy(() -> ask(100_000, Duration.ofSeconds(30)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("longer than 100000 bytes");
    }

    private void answers(Body body) {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var to = exchange.getResponseBody()) {
                body.write(to);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private HttpResponse<byte[]> ask(int largest, Duration longest) throws IOException {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return BoundedAnswer.to(client, HttpRequest.newBuilder(address).build(), largest, longest);
    }
}
