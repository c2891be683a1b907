package vn.camket.organization;

import java.time.LocalDate;

/**
 * Fact: it is written down that the person leaves on a day, which may be to come; {@link EmployeeLeft} follows on that
 * day. Fired in the transaction that writes it down: whoever must not lose this person refuses now.
 */
public record EmployeeLeaving(long employeeId, LocalDate on) {}
