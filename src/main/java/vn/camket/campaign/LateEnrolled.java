package vn.camket.campaign;

/** Fact: somebody came into the audience of an open campaign and takes part from now on. */
public record LateEnrolled(long campaignId, long agencyId) {}
