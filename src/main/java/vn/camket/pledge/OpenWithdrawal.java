package vn.camket.pledge;

import java.time.Instant;

/** A request to withdraw that waits for the head. @param code of the pledge */
public record OpenWithdrawal(
        long id,
        String code,
        String name,
        String employeeCode,
        String agency,
        String campaign,
        Instant signedAt,
        String reason,
        Instant askedAt) {
    public String groupedCode() {
        return new LookupCode(code).grouped();
    }
}
