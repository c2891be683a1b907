package vn.camket.campaign;

/** What a step asks: a module (its lessons, then its quiz), or the signed pledge. */
public enum StepKind {
    MODULE,
    PLEDGE
}
