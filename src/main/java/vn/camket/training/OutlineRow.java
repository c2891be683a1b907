package vn.camket.training;

/** A lesson in the outline of one person's study. */
public record OutlineRow(LessonRow lesson, LessonState state) {}
