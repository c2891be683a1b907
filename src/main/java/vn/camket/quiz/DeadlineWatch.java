package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.Rounds;
import vn.camket.platform.Start;

/**
 * Submits attempts whose time is over, every half minute, with what is saved. Several nodes may do it at once: each
 * attempt is locked and looked at again before it is marked.
 */
@ApplicationScoped
class DeadlineWatch {
    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Inject
    Rounds rounds;

    @Inject
    Submission submission;

    @Inject
    RequestContextController requests;

    @Inject
    Clock clock;

    void begin(@Observes Start.SchemaReady ready) {
        rounds.every(PAUSE, PAUSE, this::look);
    }

    private void look() {
        var mine = requests.activate();
        try {
            sweep(clock.instant());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Overdue attempts could not be submitted; trying again in half a minute", failure);
        } finally {
            if (mine) {
                requests.deactivate();
            }
        }
    }

    void sweep(Instant now) {
        for (var id : submission.overdue(now)) {
            submission.endOverdue(id);
        }
    }
}
