package vn.camket.pledge;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.Start;

/** Brings published texts into the ledger that are not there yet: at a start those that Camket ships with. */
@ApplicationScoped
class TextRegistration {
    private static final Logger LOG = Logger.getLogger(TextRegistration.class.getName());
    private static final int MINUTES = 10;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    RequestContextController requests;

    @Inject
    TextLedger texts;

    void begin(@Observes @Priority(3000) Start.SchemaReady ready) {
        var unused = executor.scheduleWithFixedDelay(this::look, 0, MINUTES, TimeUnit.MINUTES);
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
