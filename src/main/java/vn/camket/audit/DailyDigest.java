package vn.camket.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.Steady;
import vn.camket.platform.Vietnam;

/**
 * Each night, at ten past midnight in Vietnam and every hour after that until it is done, the digest of yesterday's audit
 * trail becomes an entry of the ledger; days that were missed while nothing ran come along.
 */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyDigest {
    private static final Logger LOG = Logger.getLogger(DailyDigest.class.getName());

    @Inject
    TrailDigests digests;

    @Inject
    Clock clock;

    @Schedule(hour = "*", minute = "10", timezone = "Asia/Ho_Chi_Minh", persistent = false)
    void run() {
        try {
            digests.missing(Vietnam.today(clock)).forEach(digests::write);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "The digest of the audit trail could not be written; trying again in an hour",
                    failure);
        }
    }
}
