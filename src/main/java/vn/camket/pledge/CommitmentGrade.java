package vn.camket.pledge;

/** How far a personal commitment was kept. */
public enum CommitmentGrade {
    MET,
    PARTLY,
    NOT_MET
}
