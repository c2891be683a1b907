package vn.camket.completion;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Recounts every night at 02:30 in Vietnam. A failure must not get out: the container would end the timer. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyCheck {
    private static final Logger LOG = Logger.getLogger(NightlyCheck.class.getName());

    @Inject
    CompletionCheck check;

    @Schedule(hour = "2", minute = "30", timezone = "Asia/Ho_Chi_Minh", persistent = false)
    void run() {
        try {
            check.runAll();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The counters could not be recounted; trying again tomorrow", failure);
        }
    }
}
