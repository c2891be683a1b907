package vn.camket.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.camket.platform.NotFound;

class AskedTest {
    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e3", "1;drop table enrolment", "９", " 7", "99999999999999999999", "<script>"})
    void takesNothingButANumberForAnId(String hostile) {
        assertThatThrownBy(() -> Asked.id(hostile)).isInstanceOf(NotFound.class);
    }

    @Test
    void takesAnAbsentIdForNone() {
        assertThat(Asked.id(null)).isNull();
        assertThat(Asked.id("")).isNull();
        assertThat(Asked.id("872")).isEqualTo(872L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name desc", "e.name_key; --", "NAME", "", "due\n"})
    void fallsBackToTheDefaultOrderAndState(String hostile) {
        assertThat(PeopleSort.of(hostile)).isEqualTo(PeopleSort.NAME);
        assertThat(PeopleState.of(hostile)).isEqualTo(PeopleState.NOT_DONE);
        assertThat(AgencySort.of(hostile)).isEqualTo(AgencySort.RATE);
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryOrderFromItsOwnWord(PeopleSort sort) {
        assertThat(PeopleSort.of(sort.word())).isEqualTo(sort);
        assertThat(sort.turned().turned()).isEqualTo(sort);
        assertThat(sort.turned()).isNotEqualTo(sort);
    }

    @Test
    void readsPagesFromOne() {
        assertThat(Asked.page("3")).isEqualTo(3);
        assertThat(Asked.page("0")).isEqualTo(1);
        assertThat(Asked.page("-4")).isEqualTo(1);
        assertThat(Asked.page("12345678901")).isEqualTo(1);
        assertThat(Asked.page(null)).isEqualTo(1);
    }

    @Test
    void searchesByBeginningsOfFoldedWordsWithWildcardsTakenLiterally() {
        assertThat(People.words("  Nguyễn THỊ  Yến ")).containsExactly("nguyen", "thi", "yen");
        assertThat(People.words("Đặng")).containsExactly("dang");
        assertThat(People.words("a b c d e f g h")).hasSize(6);
        assertThat(People.prefix("100%_!")).isEqualTo("100!%!_!!%");
    }

    @Test
    void keepsAQuestionInItsAddress() {
        var question = new PeopleQuestion(7L, 1L, PeopleState.OVERDUE, 4L, "Đặng & Yến", PeopleSort.DUE_DOWN);

        assertThat(question.parameters())
                .isEqualTo(
                        "agency=7&campaign=1&state=overdue&step=4&q=%C4%90%E1%BA%B7ng+%26+Y%E1%BA%BFn&sort=due-down&");
    }
}
