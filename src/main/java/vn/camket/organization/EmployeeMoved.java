package vn.camket.organization;

import java.time.LocalDate;

/**
 * Fact: from a day on, the person's main post is in another agency. Fired in the transaction of the move,
 * or on the day if that was to come.
 */
public record EmployeeMoved(long employeeId, long fromAgencyId, long toAgencyId, LocalDate on) {}
