package vn.camket.completion;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import vn.camket.platform.Steady;

/** Recounts every night at 02:30 in Vietnam. */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyCheck {
    @Inject
    CompletionCheck check;

    @Schedule(hour = "2", minute = "30", timezone = "Asia/Ho_Chi_Minh", persistent = false)
    void run() {
        check.runAll();
    }
}
