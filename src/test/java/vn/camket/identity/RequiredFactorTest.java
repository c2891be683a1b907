package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RequiredFactorTest {
    @Test
    void readsNamesInEitherCaseWithBlanks() {
        assertThat(RequiredFactor.parse(" system_administrator ,HEAD, ,"))
                .containsExactlyInAnyOrder(Role.SYSTEM_ADMINISTRATOR, Role.HEAD);
        assertThat(RequiredFactor.parse("")).isEmpty();
    }

    @Test
    void namesWhatIsNoRoleAndWhatIsOne() {
        assertThatThrownBy(() -> RequiredFactor.parse("HEAD,ADMIN"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("CAMKET_TOTP_REQUIRED", "ADMIN", "LEARNER", "SYSTEM_ADMINISTRATOR");
    }
}
