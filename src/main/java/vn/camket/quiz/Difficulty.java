package vn.camket.quiz;

/** How hard the author thinks a question is. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD
}
