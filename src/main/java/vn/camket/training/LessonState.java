package vn.camket.training;

/** How far a person is in a lesson. */
public enum LessonState {
    DONE,
    BEGUN,
    NOT_YET
}
