package vn.camket.campaign;

import java.util.Collection;
import java.util.Map;

/** How far whole campaigns are; implemented by completion, asked by this room. */
public interface Turnout {
    /** @param required people of whom it is asked, done of them those who finished */
    record Share(long required, long done) {
        public static final Share NONE = new Share(0, 0);
    }

    /** Shares by campaign; one that was never opened is absent. */
    Map<Long, Share> of(Collection<Long> campaignIds);
}
