package vn.camket.organization;

import java.time.LocalDate;

/**
 * Fact: the person holds no post any more from a day on. Fired in the transaction of the leaving, or on the day if that
 * was to come.
 */
public record EmployeeLeft(long employeeId, LocalDate on) {}
