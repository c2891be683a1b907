package vn.camket.pledge;

import java.time.Instant;

/** A pledge that waits for the head's confirmation. */
public record WaitingPledge(
        long id, String code, String name, String employeeCode, String agency, Instant signedAt, String campaign) {
    public String groupedCode() {
        return new LookupCode(code).grouped();
    }
}
