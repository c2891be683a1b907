package vn.camket.training;

/** How far a person is in a step's module. MET includes the quiz; FINISHED says that only the quiz is left. */
public enum ModuleState {
    NOT_PUBLISHED,
    NOT_BEGUN,
    BEGUN,
    FINISHED,
    MET
}
