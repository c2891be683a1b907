package vn.camket.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** How often the list, or what is known of revoked certificates, was changed on this node since it started. */
@ApplicationScoped
public class TrustChanges {
    private final AtomicLong changes = new AtomicLong();

    void happened() {
        changes.incrementAndGet();
    }

    public long count() {
        return changes.get();
    }
}
