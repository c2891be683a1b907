package vn.camket.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.Refusal;
import vn.camket.platform.RefusalReason;

class ModuleVersionTest {
    private static final Instant NOW = Instant.parse("2026-09-01T01:00:00Z");

    private static ModuleVersion draft() {
        var module = new Module("giao-tiep", null, NOW, 1L);
        return new ModuleVersion(module, 1, "Giao tiếp, ứng xử", "Bốn xin, bốn luôn", NOW, 1L);
    }

    private static Lesson written(ModuleVersion version, String title) {
        var lesson = version.add(LessonKind.TEXT, title, 5);
        lesson.write(LessonKind.TEXT, title, null, 5, "<p>" + title + "</p>");
        return lesson;
    }

    private static void refuses(RefusalReason reason, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).satisfies(refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }

    @Test
    void refusesToPublishWithoutALesson() {
        refuses(TrainingRefusal.NO_LESSON, () -> draft().publish(NOW, 1L));
    }

    @Test
    void refusesToPublishAnEmptyLesson() {
        var version = draft();
        written(version, "Một");
        version.add(LessonKind.TEXT, "Hai", 5).write(LessonKind.TEXT, "Hai", null, 5, "<p><br></p>");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> version.publish(NOW, 1L))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(TrainingRefusal.LESSON_EMPTY);
                    assertThat(refusal.details()).containsExactly(2, "Hai");
                });
    }

    @Test
    void refusesToPublishAFilmWithoutItsFile() {
        var version = draft();
        version.add(LessonKind.VIDEO, "Phim", 5).write(LessonKind.VIDEO, "Phim", null, 5, "<p>Lời dẫn</p>");

        refuses(TrainingRefusal.LESSON_EMPTY, () -> version.publish(NOW, 1L));
    }

    @Test
    void refusesEveryChangeOncePublished() {
        var version = draft();
        var lesson = written(version, "Một");
        written(version, "Hai");
        version.publish(NOW, 1L);

        refuses(
                TrainingRefusal.ALREADY_PUBLISHED,
                () -> version.describe("Mới", null, "Mới", null, null, StepAudience.ALL));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, () -> version.add(LessonKind.TEXT, "Ba", 5));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, () -> version.move(lesson, false));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, () -> version.remove(lesson));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, () -> version.publish(NOW, 1L));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, () -> lesson.write(LessonKind.TEXT, "Một", null, 5, "<p>khác</p>"));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, () -> lesson.cite(List.of(1L)));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, () -> lesson.ask(List.of()));
        refuses(TrainingRefusal.ALREADY_PUBLISHED, lesson::showNothing);
        assertThat(lesson.body()).isEqualTo("<p>Một</p>");
    }

    @Test
    void copiesEverythingIntoTheNextDraft() {
        var version = draft();
        var lesson = written(version, "Một");
        lesson.cite(List.of(3L, 4L));
        lesson.ask(SelfCheckText.read("? Câu\n- [ ] a\n- [x] b\n> vì"));
        version.publish(NOW, 1L);

        var next = version.copy(2, NOW, 9L);

        assertThat(next.isPublished()).isFalse();
        assertThat(next.number()).isEqualTo(2);
        assertThat(next.lessons()).singleElement().satisfies(copy -> {
            assertThat(copy).isNotSameAs(lesson);
            assertThat(copy.body()).isEqualTo(lesson.body());
            assertThat(copy.citations()).containsExactlyInAnyOrder(3L, 4L);
            assertThat(copy.selfChecks()).hasSize(1);
        });
    }

    @Test
    void leavesTheOldVersionAloneWhenTheCopyChanges() {
        var version = draft();
        written(version, "Một");
        version.publish(NOW, 1L);
        var next = version.copy(2, NOW, 9L);

        next.lessons().get(0).write(LessonKind.TEXT, "Một", null, 5, "<p>đã sửa</p>");

        assertThat(version.lessons().get(0).body()).isEqualTo("<p>Một</p>");
    }

    @Test
    void movesLessonsAndNumbersThemAgain() {
        var version = draft();
        var first = written(version, "Một");
        written(version, "Hai");
        written(version, "Ba");

        version.move(first, false);
        version.move(first, false);
        version.move(first, false);

        assertThat(version.lessons()).extracting(Lesson::title).containsExactly("Hai", "Ba", "Một");
        assertThat(version.lessons()).extracting(Lesson::position).containsExactly(1, 2, 3);
    }
}
