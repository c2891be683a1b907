package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each page opens for those it is meant for, and for nobody else. */
class AddressesIT {
    @ParameterizedTest
    @EnumSource(Person.class)
    void opensEveryPageOfAPersonAndNoOther(Person person) {
        var http = Http.as(person);
        Application.newFaults();
        var wrong = new ArrayList<String>();

        for (var place : Place.ALL) {
            var answer = http.getOnly(place.address());
            var expected = place.opensFor(person) ? List.of(200) : List.of(403, 404);
            if (!expected.contains(answer.status())) {
                wrong.add(answer.status() + " " + place.address() + " " + answer.header("Location"));
            }
            if (answer.body().contains("???")) {
                wrong.add("raw key in " + place.address());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Application.newFaults()).isEmpty();
    }

    @Test
    void opensNothingForNobody() {
        for (var place : Place.ALL) {
            var answer = Http.anonymous().getOnly(place.address());

            assertThat(answer.status()).as(place.address()).isEqualTo(302);
            assertThat(answer.header("Location"))
                    .contains("/identity/sign-in.xhtml?")
                    .contains("return=");
        }
    }

    @Test
    void opensPublicPagesForEverybody() {
        for (var path : List.of(
                "/identity/sign-in.xhtml",
                "/pledge/verify.xhtml",
                "/audit/keys.xhtml",
                "/verify/AAAA-BBBB-CCCC-DDDD")) {
            assertThat(Http.anonymous().get(path).status()).as(path).isIn(200, 404);
            assertThat(Http.anonymous().get(path).title()).as(path).isNotBlank();
        }
    }

    @Test
    void knowsNoOtherPages() {
        var http = Http.as(Person.LEARNER);

        for (var path : List.of(
                "/nowhere",
                "/nowhere.xhtml",
                "/training/nowhere.xhtml",
                "/training/module.xhtml?enrolment=999999&step=1",
                "/training/module.xhtml?enrolment=abc&step=1",
                "/training/module.xhtml",
                "/quiz/attempt.xhtml?attempt=999999",
                "/pledge/receipt.xhtml?code=nonsense",
                "/material/999999/x.pdf")) {
            assertThat(http.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(Application.newFaults()).isEmpty();
    }

    @Test
    void speaksEnglishToWhomeverWantsIt() {
        for (var person : List.of(Person.LEARNER, Person.HEAD, Person.TRAINER, Person.SYSTEM_ADMINISTRATOR)) {
            var http = Http.as(person);
            http.post("/identity/prefer", java.util.Map.of("language", "en"));
            try {
                for (var place : Place.of(person)) {
                    var body = http.get(place.address()).body();
                    assertThat(body).as(place.address()).contains("lang=\"en\"").doesNotContain("???");
                }
            } finally {
                http.post("/identity/prefer", java.util.Map.of("language", "vi"));
            }
        }
    }
}
