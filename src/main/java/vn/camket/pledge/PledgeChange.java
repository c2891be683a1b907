package vn.camket.pledge;

/** How far a new number of a pledge text goes from the one before. */
public enum PledgeChange {
    /** Wording only: whoever signed the number before promised the same. */
    MINOR,
    /** Other promises than before. */
    MAJOR
}
