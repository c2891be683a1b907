package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/identity/sign-in.xhtml",
                "/identity/activate.xhtml",
                "/verify/AB12",
                "/pledge/verify.xhtml",
                "/health/live",
                "/health/ready",
                "/api/identity/sign-in"
            })
    void opensToEverybody(String path) {
        assertThat(PublicAddress.isOpen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.xhtml",
                "/identity/accounts.xhtml",
                "/identity/password.xhtml",
                "/organization/people.xhtml",
                "/api/quiz/answer",
                "/material/1/a.pdf",
                "/pledge/pdf/AB12",
                "/verification.xhtml"
            })
    void asksForASession(String path) {
        assertThat(PublicAddress.isOpen(path)).isFalse();
        assertThat(PublicAddress.isAsset(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity/password.xhtml", "/identity/sign-out", "/identity/prefer"})
    void leavesTheWayToANewPasswordOpen(String path) {
        assertThat(PublicAddress.isForChangingPassword(path)).isTrue();
        assertThat(PublicAddress.isForSecuring(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/audit/keys.xhtml", "/pledge/verify.xhtml", "/identity/activate.xhtml", "/api/identity/sign-in"
            })
    void atOpenAddressesNobodyActsBeforeThePasswordOrCodeIsSet(String path) {
        assertThat(PublicAddress.isForChangingPassword(path)).isFalse();
        assertThat(PublicAddress.isForSecuring(path)).isFalse();
    }
}
