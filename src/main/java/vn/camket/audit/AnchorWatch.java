package vn.camket.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import vn.camket.platform.Steady;

/** Every ten minutes: the first time of a day sends its head, the others try again where it did not arrive. */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnchorWatch {
    @Inject
    Anchoring anchoring;

    @Schedule(hour = "*", minute = "*/10", second = "15", persistent = false)
    void run() {
        anchoring.send(false);
    }
}
