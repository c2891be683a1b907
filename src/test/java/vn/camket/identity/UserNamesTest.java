package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"yen.nth", "LC01234", "yen.nth@lamgiang.example", "a-1"})
    void takes(String name) {
        assertThatCode(() -> UserNames.check(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", ".abc", "yến", "a b c", "a/b/c", "<b>x</b>"})
    void refuses(String name) {
        assertThatThrownBy(() -> UserNames.check(name)).hasMessageContaining("USER_NAME_MALFORMED");
    }
}
