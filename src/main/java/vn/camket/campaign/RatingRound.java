package vn.camket.campaign;

/** When people rate how they keep the personal commitments of their pledge. */
public enum RatingRound {
    MID_YEAR,
    YEAR_END
}
