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

/** Makes every night, from 01:30 to 05:00 in Vietnam, the PDFs that nobody has asked for yet. */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyIssuing {
    private static final Logger LOG = Logger.getLogger(NightlyIssuing.class.getName());
    private static final Duration LONGEST = Duration.ofMinutes(210);

    @Inject
    PledgeIssuing issuing;

    @Inject
    Clock clock;

    @Schedule(hour = "1", minute = "30", timezone = "Asia/Ho_Chi_Minh", persistent = false)
    void run() {
        var made = issuing.issueRest(clock.instant().plus(LONGEST));
        if (made > 0) {
            LOG.info(() -> "Issued " + made + " PDFs of pledges");
        }
    }
}
