package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"ngựa pin ghim đúng", "thuyền giấy mưa tháng tám", "Kx9-vTq2mZ-pLw7", "con cò bay lả bay la"})
    void takesLongPasswordsOfOnesOwn(String password) {
        assertThatCode(() -> PasswordRules.check("yen.nth", password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "aaaaaaaaaaaaaaa",
                "password12345",
                "P@ssw0rd2026!",
                "MatKhau@123456",
                "mật khẩu 2026!!",
                "qwertyuiop123456",
                "Camket@2026@2026",
                "anhyeuem123456",
                "admin-admin-admin",
                "chủ tịch hồ chí minh"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> PasswordRules.check("yen.nth", password)).hasMessageContaining("PASSWORD_TOO_COMMON");
    }

    @Test
    void refusesTheUsersOwnName() {
        assertThatThrownBy(() -> PasswordRules.check("yen.nth", "xin chào Yen.Nth đây"))
                .hasMessageContaining("PASSWORD_TOO_COMMON");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThatThrownBy(() -> PasswordRules.check("yen.nth", "ngựa pin ghi".substring(0, 11)))
                .hasMessageContaining("PASSWORD_TOO_SHORT");
        assertThatThrownBy(() -> PasswordRules.check("yen.nth", "ngựa ".repeat(41)))
                .hasMessageContaining("PASSWORD_TOO_LONG");
    }
}
