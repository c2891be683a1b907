package vn.camket.campaign;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import vn.camket.platform.Steady;

/** Looks every minute for openings that no node works on. */
@Singleton
@Interceptors(Steady.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpeningWatch {
    @Inject
    CampaignOpening opening;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void look() {
        opening.resume();
    }
}
