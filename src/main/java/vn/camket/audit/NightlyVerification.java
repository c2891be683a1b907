package vn.camket.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import vn.camket.platform.Steady;

/** Verifies the whole ledger every night at 03:00 in Vietnam, on the node that is first. */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NightlyVerification {
    @Inject
    LedgerChecking checking;

    @Schedule(hour = "3", minute = "0", timezone = "Asia/Ho_Chi_Minh", persistent = false)
    void run() {
        checking.start();
    }
}
