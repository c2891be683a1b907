package vn.camket.platform;

import jakarta.ejb.ApplicationException;

/** There is no such thing, or it is none of the caller's business: the two look alike from outside. Answered by 404. */
@ApplicationException(rollback = true)
public final class NotFound extends RuntimeException {
    public NotFound() {
        super(null, null, false, false);
    }
}
