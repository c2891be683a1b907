package vn.camket.pledge;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.Rounds;
import vn.camket.platform.Start;

/** Brings published texts into the ledger that are not there yet: at a start those that Camket ships with. */
@ApplicationScoped
class TextRegistration {
    private static final Logger LOG = Logger.getLogger(TextRegistration.class.getName());

    @Inject
    Rounds rounds;

    @Inject
    RequestContextController requests;

    @Inject
    TextLedger texts;

    void begin(@Observes @Priority(3000) Start.SchemaReady ready) {
        rounds.every(Duration.ZERO, Duration.ofMinutes(10), this::look);
    }

    private void look() {
        var mine = requests.activate();
        try {
            texts.unregistered().forEach(texts::register);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Published texts are not in the ledger yet; trying again in ten minutes", failure);
        } finally {
            if (mine) {
                requests.deactivate();
            }
        }
    }
}
