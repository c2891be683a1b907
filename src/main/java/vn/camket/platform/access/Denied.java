package vn.camket.platform.access;

import jakarta.ejb.ApplicationException;

/** The caller lacks the permission. Answered by 403, or by the sign-in page when nobody is signed in. */
@ApplicationException(rollback = true)
public final class Denied extends RuntimeException {
    public Denied() {
        super(null, null, false, false);
    }
}
