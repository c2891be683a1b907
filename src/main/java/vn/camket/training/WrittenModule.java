package vn.camket.training;

import java.util.List;
import java.util.Optional;

/** A version as its trainer sees it. @param versions all of the module, newest first */
public record WrittenModule(ModuleVersion version, List<Lesson> lessons, List<VersionRow> versions) {
    /** The draft of the module, wherever one is. */
    public Optional<VersionRow> draft() {
        return versions.stream().filter(row -> row.publishedAt() == null).findFirst();
    }

    /** The version learners begin today. */
    public Optional<VersionRow> current() {
        return versions.stream().filter(row -> row.publishedAt() != null).findFirst();
    }

    public int minutes() {
        return lessons.stream().mapToInt(Lesson::minutes).sum();
    }

    /** People who began an earlier version and have not finished: they go on with it. */
    public long studying() {
        return versions.stream()
                .filter(row -> row.id() != version.id())
                .mapToLong(row -> row.begun() - row.finished())
                .sum();
    }
}
