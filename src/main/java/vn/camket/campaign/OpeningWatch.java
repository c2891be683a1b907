package vn.camket.campaign;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks every minute for openings that no node works on. A failure must not get out: the container would end the timer. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpeningWatch {
    private static final Logger LOG = Logger.getLogger(OpeningWatch.class.getName());

    @Inject
    CampaignOpening opening;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void look() {
        try {
            opening.resume();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Openings could not be looked for; trying again in a minute", failure);
        }
    }
}
