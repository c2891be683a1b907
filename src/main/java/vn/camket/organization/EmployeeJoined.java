package vn.camket.organization;

import java.time.LocalDate;

/** Fact: a person was taken on and holds a main post from a day on. Fired in the transaction of the joining. */
public record EmployeeJoined(long employeeId, long agencyId, LocalDate on) {}
