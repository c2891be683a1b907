package vn.camket.training;

import java.util.List;

/** A lesson as its trainer sees it, with its neighbours. */
public record WrittenLesson(
        Lesson lesson,
        ModuleVersion version,
        List<LessonRow> outline,
        List<SelfCheck> selfChecks,
        List<CitedDocument> documents) {}
