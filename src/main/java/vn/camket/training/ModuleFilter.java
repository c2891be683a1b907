package vn.camket.training;

/** Which modules a trainer's list shows, by their newest version. */
public enum ModuleFilter {
    ALL,
    DRAFT,
    PUBLISHED
}
