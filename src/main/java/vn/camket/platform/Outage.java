package vn.camket.platform;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or has no connection left, from every other fault: the reader may try again soon. */
public final class Outage {
    /** Of SQLSTATE: connection exceptions. */
    private static final String CONNECTION = "08";

    private Outage() {}

    /** Whether a fault, or what lies behind it, is a database that does not answer. */
    public static boolean causes(@Nullable Throwable fault) {
        for (var next = fault; next != null; next = next.getCause()) {
            if (isOutage(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(Throwable fault) {
        return fault instanceof ResourceException
                || fault instanceof SQLTransientConnectionException
                || fault instanceof SQLNonTransientConnectionException
                || fault instanceof SQLRecoverableException
                || (fault instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(CONNECTION));
    }
}
