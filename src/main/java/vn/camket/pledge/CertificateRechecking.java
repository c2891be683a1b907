package vn.camket.pledge;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;
import vn.camket.platform.Steady;
import vn.camket.trust.TrustChanges;

/**
 * Checks again whether it is known by now if the certificates of waiting uploads are revoked: every hour, and within
 * seconds after an administrator has changed what is known.
 */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CertificateRechecking {
    private static final Logger LOG = Logger.getLogger(CertificateRechecking.class.getName());
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private long seen;

    @Inject
    CertificateSigning signing;

    @Inject
    TrustChanges changes;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "25", persistent = false)
    void hourly() {
        run();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void afterChanges() {
        var newest = changes.count();
        if (newest != seen) {
            seen = newest;
            run();
        }
    }

    private void run() {
        var decided = signing.checkAgain(clock.instant().plus(LONGEST));
        if (decided > 0) {
            LOG.info(() -> "Decided about " + decided + " signed uploads");
        }
    }
}
