package vn.camket.pledge;

/** An agency with pledges that wait for confirmation, and how many. */
public record WaitingAgency(long id, String name, long waiting) {}
