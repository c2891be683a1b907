package vn.camket.quiz;

/** A module as this room needs it: whose quiz is written. */
public record QuizModule(long id, String title) {}
