package vn.camket.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/completion/tasks.xhtml",
                "/quiz/attempt.xhtml?attempt=3&slot=1",
                "/organization/people.xhtml?search=nguy%E1%BB%85n"
            })
    void takesPathsOfThisApplication(String address) {
        assertThat(LocalAddress.orElse(address, "/else")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "completion/tasks.xhtml",
                "/a\r\nSet-Cookie: x=1",
                "/a#b",
                "/api/quiz/answer"
            })
    void leadsNowhereElse(String address) {
        assertThat(LocalAddress.orElse(address, "/else")).isEqualTo("/else");
    }
}
