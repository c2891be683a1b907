package vn.camket.platform;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Understood, and answered no. Rolls the transaction back and becomes one message; nothing was changed. */
@ApplicationException(rollback = true)
public final class Refusal extends RuntimeException {
    private final transient RefusalReason reason;
    private final transient List<Object> details;

    Refusal(RefusalReason reason, Object... details) {
        super(reason.room() + "." + reason.name() + " " + List.of(details), null, false, false);
        this.reason = reason;
        this.details = List.of(details);
    }

    public RefusalReason reason() {
        return reason;
    }

    public List<Object> details() {
        return details;
    }

    /** Key of the message in the room's bundle. */
    public String messageKey() {
        return reason.room() + ".refusal." + reason.name();
    }
}
