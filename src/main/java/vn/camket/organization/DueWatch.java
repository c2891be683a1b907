package vn.camket.organization;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.Rounds;
import vn.camket.platform.Start;

/** Sees a new day begin, within ten seconds. */
@ApplicationScoped
class DueWatch {
    private static final Logger LOG = Logger.getLogger(DueWatch.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Inject
    Rounds rounds;

    @Inject
    RequestContextController requests;

    @Inject
    DueChanges changes;

    @Inject
    Clock clock;

    void begin(@Observes @Priority(3000) Start.SchemaReady ready) {
        rounds.every(PAUSE, PAUSE, this::look);
    }

    private void look() {
        var mine = requests.activate();
        try {
            if (changes.isNewDay()) {
                changes.gather();
            }
            settle();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Moves and leavings of today are not counted yet; trying again", failure);
        } finally {
            if (mine) {
                requests.deactivate();
            }
        }
    }

    private void settle() {
        for (var waiting = changes.waiting(); !waiting.isEmpty(); waiting = changes.waiting()) {
            for (var id : waiting) {
                if (rounds.isEnding()) {
                    return;
                }
                settle(id);
            }
        }
    }

    private void settle(long id) {
        try {
            changes.settle(id);
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "Change " + id + " of a person's post is not counted; trying again in some minutes",
                    failure);
            changes.failed(id);
        }
    }
}
