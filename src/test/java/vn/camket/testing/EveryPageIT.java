package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each page in the browser: no script or policy complaint, no axe violation light or dark, no sideways scroll on a phone. */
class EveryPageIT {
    @ParameterizedTest
    @EnumSource(Person.class)
    void everyPageOfAPersonIsWell(Person person) {
        var complaints = new ArrayList<String>();
        for (var place : Place.of(person)) {
            if (place.someReader() == person || person == Person.CAMPAIGN_ADMINISTRATOR) {
                look(person, place.address(), person.userName() + "-" + place.name(), complaints);
            }
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void everyPublicPageIsWell() {
        var complaints = new ArrayList<String>();
        look(null, "/identity/sign-in.xhtml", "sign-in", complaints);
        look(null, "/pledge/verify.xhtml", "pledge-verify", complaints);
        look(
                null,
                "/pledge/verify.xhtml?code=" + Application.database().text("select max(lookup_code) from signature"),
                "pledge-verify-of",
                complaints);
        look(null, "/audit/keys.xhtml", "audit-keys", complaints);

        assertThat(complaints).isEmpty();
    }

    private static void look(Person person, String address, String name, List<String> complaints) {
        try (var screen = Screen.of(person, Screen.DESK, ColorScheme.LIGHT)) {
            screen.open(address).looksRight().keep(name).isAccessible();
            screen.inScheme(ColorScheme.DARK).isAccessible();
            screen.inWidth(Screen.PHONE).looksRight().keep(name + "-phone").isAccessible();
        } catch (AssertionError found) {
            complaints.add(address + " " + found.getMessage());
        }
    }
}
