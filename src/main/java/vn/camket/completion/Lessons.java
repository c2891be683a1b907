package vn.camket.completion;

import org.jspecify.annotations.Nullable;

/**
 * How far a person is in the lessons of a module.
 *
 * @param begun whether the study was begun; its version of the module is fixed from then on
 * @param minutes expected for all of them
 * @param next id of the first lesson that is not done; null when all are done or the study was not begun
 * @param nextPosition its number; 0 without one
 */
public record Lessons(int total, int done, int minutes, boolean begun, @Nullable Long next, int nextPosition) {
    static final Lessons NONE = new Lessons(0, 0, 0, false, null, 0);

    static Lessons untouched(int total, int minutes) {
        return new Lessons(total, 0, minutes, false, null, 0);
    }

    /** The same with one more lesson, which follows those before. */
    Lessons with(long id, int position, int lessonMinutes, boolean isDone) {
        var isNext = next == null && !isDone;
        return new Lessons(
                total + 1,
                done + (isDone ? 1 : 0),
                minutes + lessonMinutes,
                true,
                isNext ? Long.valueOf(id) : next,
                isNext ? position : nextPosition);
    }

    public boolean isFinished() {
        return begun && done == total;
    }
}
