package vn.camket.platform.access;

import java.util.List;
import java.util.Optional;

/** Who is calling, in this request. */
public interface Caller {
    boolean isSignedIn();

    /** @throws Denied when nobody is signed in */
    long accountId();

    /** The caller as an employee; empty for an account that belongs to no one, such as a technical administrator. */
    Optional<Long> employeeId();

    /** Name to show and to put into the audit trail; empty text when nobody is signed in. */
    String name();

    /** Network address of the request, as far as a trusted proxy told it. */
    String address();

    /** Whether the caller holds the permission anywhere. */
    boolean may(Permission permission);

    /** Paths of the agencies at whose top the permission is held; each covers its subtree. */
    List<String> scope(Permission permission);

    /** Whether the permission is held for the agency with this path. */
    default boolean may(Permission permission, String agencyPath) {
        return scope(permission).stream().anyMatch(agencyPath::startsWith);
    }

    /** @throws vn.camket.platform.NotFound when the agency is outside the scope: it must look as if it were not there */
    default void require(Permission permission, String agencyPath) {
        if (!may(permission, agencyPath)) {
            throw new vn.camket.platform.NotFound();
        }
    }
}
