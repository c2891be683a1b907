package vn.camket.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An answer from outside that cannot go on for ever: the whole of it within a time, and no longer than so many bytes. The
 * time limit of a request itself ends with the headers: a host that lets the body drip would hold the thread.
 */
public final class BoundedAnswer {
    private BoundedAnswer() {}

    /**
     * Asks, and waits for the whole answer.
     *
     * @param largest bytes of the body
     * @param longest from the question to the last byte
     * @throws IOException if there is no answer, or none within these bounds
     */
    public static HttpResponse<byte[]> to(HttpClient client, HttpRequest request, int largest, Duration longest)
            throws IOException {
        var body = new Body(largest);
        var answer = client.sendAsync(request, headers -> body);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ending);
        } catch (ExecutionException unreachable) {
            throw new IOException(String.valueOf(unreachable.getCause()), unreachable);
        } catch (TimeoutException late) {
            throw new IOException("no whole answer within " + longest, late);
        } finally {
            body.giveUp();
            answer.cancel(true);
        }
    }

    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int largest;
        private volatile Flow.@Nullable Subscription body;

        private Body(int largest) {
            this.largest = largest;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            body = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (var part : parts) {
                if (bytes.size() + part.remaining() > largest) {
                    whole.completeExceptionally(new IOException("longer than " + largest + " bytes"));
                    giveUp();
                    return;
                }
                var read = new byte[part.remaining()];
                part.get(read);
                bytes.write(read, 0, read.length);
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }

        /** Whatever still comes is not read. */
        private void giveUp() {
            var begun = body;
            if (begun != null) {
                begun.cancel();
            }
        }
    }
}
