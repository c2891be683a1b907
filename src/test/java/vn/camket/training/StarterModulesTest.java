package vn.camket.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.camket.platform.ContentFile;
import vn.camket.platform.RichText;

class StarterModulesTest {
    static Stream<String> codes() {
        return StarterModules.CODES.stream();
    }

    private static String resource(String code) {
        return "/vn/camket/content/modules/" + code + ".md";
    }

    private static List<ContentFile.Section> lessons(String code) {
        return ContentFile.read(resource(code)).sections().stream()
                .filter(section ->
                        section.title().startsWith("Bài ") && !section.title().equals("Bài kiểm tra"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasFiveLessonsInOrderWhoseMinutesAddUp(String code) {
        var file = ContentFile.read(resource(code));
        var lessons = lessons(code);

        assertThat(file.value("code")).isEqualTo(code);
        assertThat(lessons).hasSize(5);
        for (var index = 0; index < 5; index++) {
            assertThat(lessons.get(index).title()).startsWith("Bài " + (index + 1) + ". ");
        }
        assertThat(lessons.stream()
                        .mapToInt(lesson -> Integer.parseInt(lesson.field("minutes")))
                        .sum())
                .isEqualTo(Integer.parseInt(file.value("minutes")));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyLessonIsCleanHtmlWithKeyPointsAndOneRightAnswerASelfCheck(String code) {
        for (var lesson : lessons(code)) {
            var html = RichText.fromMarkdown(lesson.text("? "));
            var checks = lesson.items("? ");

            assertThat(html).contains("<h2>Ý chính</h2>").doesNotContain("- [", "**");
            assertThat(checks).isNotEmpty();
            assertThat(checks).allSatisfy(check -> {
                assertThat(check.options().stream().filter(ContentFile.Option::ticked))
                        .hasSize(1);
                assertThat(check.notes()).isNotEmpty();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void citesDocumentsThatTheLibraryHas(String code) {
        var known = ContentFile.table("/vn/camket/content/library/documents.tsv").stream()
                .map(document -> document.get("code"))
                .collect(Collectors.toSet());

        for (var lesson : lessons(code)) {
            assertThat(known).containsAll(List.of(lesson.field("documents").split(", ")));
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void isStoredInNormalFormC(String code) throws IOException {
        try (var stream = StarterModulesTest.class.getResourceAsStream(resource(code))) {
            var text = new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
        }
    }
}
