package vn.camket.pledge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.camket.platform.web.RateLimit;

/** At most thirty checks a minute from one network address, on this node: codes cannot be tried out. */
@ApplicationScoped
public class CheckRate {
    private final RateLimit limit = new RateLimit(30);

    @Inject
    Clock clock;

    /** Counts one check. @return seconds to wait before it would be answered; 0 if it is answered now */
    public long count(String address) {
        return limit.count(address, clock.instant());
    }
}
