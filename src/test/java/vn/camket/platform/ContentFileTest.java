package vn.camket.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentFileTest {
    private static final String FILE =
            """
            ---
            code: first
            title: Name: with a colon
            aim: one
            aim: two
            ---

            # Part
            minutes: 7

            Text: not a field any more.

            - a list
            ? What is it?
            - [x] This
            - [ ] That
            > Because.

            # Numbers
            1. first
            2. second
            """;

    @Test
    void readsTheHeadSplitAtTheFirstColon() {
        var file = ContentFile.parse(FILE);

        assertThat(file.value("title")).isEqualTo("Name: with a colon");
        assertThat(file.values("aim")).containsExactly("one", "two");
        assertThat(file.values("none")).isEmpty();
    }

    @Test
    void tellsFieldsTextAndItemsApart() {
        var section = ContentFile.parse(FILE).section("Part");

        assertThat(section.field("minutes")).isEqualTo("7");
        assertThat(section.text("? ")).isEqualTo("Text: not a field any more.\n\n- a list");
        assertThat(section.items("? "))
                .containsExactly(new ContentFile.Item(
                        "What is it?",
                        List.of(new ContentFile.Option("This", true), new ContentFile.Option("That", false)),
                        List.of("Because.")));
    }

    @Test
    void readsNumberedListsWithoutTheirNumbers() {
        assertThat(ContentFile.parse(FILE).section("Numbers").numbered()).containsExactly("first", "second");
    }

    @Test
    void refusesAFileWithoutAHead() {
        assertThatThrownBy(() -> ContentFile.parse("# Part\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesALineBetweenOptionsThatIsNeitherOptionNorNote() {
        var section = ContentFile.parse("---\ncode: a\n---\n# Part\n? Q\n- [x] a\nstray\n")
                .section("Part");

        assertThatThrownBy(() -> section.items("? "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stray");
    }
}
