package vn.camket.campaign;

import java.time.LocalDate;

/** A phase as it is planned. @param endsOn last day, inclusive */
public record PlannedPhase(String name, LocalDate startsOn, LocalDate endsOn) {}
