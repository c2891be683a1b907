package vn.camket.audit.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.camket.platform.web.RateLimit;

/** At most 240 questions about the log a minute from one network address: a witness needs two, a mirror its time. */
@ApplicationScoped
class LogRate {
    private final RateLimit limit = new RateLimit(240);

    @Inject
    Clock clock;

    long count(String address) {
        return limit.count(address, clock.instant());
    }
}
