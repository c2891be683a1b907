package vn.camket.pledge;

import java.time.Instant;

/** One act of confirmation. @param id of its ledger entry; @param pledges how many it confirmed */
public record ConfirmedAct(long id, Instant confirmedAt, String confirmer, long pledges) {}
