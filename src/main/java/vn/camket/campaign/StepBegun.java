package vn.camket.campaign;

/** Fact: a person did something on a step for the first time. */
public record StepBegun(long enrolmentId, long stepId) {}
