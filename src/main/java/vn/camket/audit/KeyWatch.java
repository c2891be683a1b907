package vn.camket.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.Refusal;
import vn.camket.platform.Steady;

/** Follows changes of keys by other nodes, and renews each key thirty days before its certificate ends. */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyWatch {
    private static final Logger LOG = Logger.getLogger(KeyWatch.class.getName());

    @Inject
    SigningKeys keys;

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    void follow() {
        keys.follow();
    }

    @Schedule(hour = "1", minute = "10", timezone = "Asia/Ho_Chi_Minh", persistent = false)
    void renew() {
        keys.tellForeignEnds();
        for (var key : keys.ending()) {
            try {
                keys.replace(key.purpose(), key.id(), null);
                keys.take();
                keys.destroyRetired();
                LOG.info(() -> "Renewed the key for " + key.purpose());
            } catch (Refusal refusal) {
                LOG.log(Level.SEVERE, "The key for {0} ends on {1} and was not renewed: {2}", new Object[] {
                    key.purpose(), key.notAfter(), refusal.getMessage()
                });
            }
        }
    }
}
