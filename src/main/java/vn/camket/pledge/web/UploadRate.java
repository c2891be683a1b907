package vn.camket.pledge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.camket.platform.web.RateLimit;

/** At most ten signed files a minute from one account, on this node: each check costs. */
@ApplicationScoped
public class UploadRate {
    private final RateLimit limit = new RateLimit(10);

    @Inject
    Clock clock;

    /** Counts one file. @return seconds to wait before it would be checked; 0 if it is checked now */
    public long count(long accountId) {
        return limit.count(String.valueOf(accountId), clock.instant());
    }
}
