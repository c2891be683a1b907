package vn.camket.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.camket.testing.Person;
import vn.camket.testing.Screen;

class ReportPageIT {
    @ParameterizedTest
    @ValueSource(strings = {"/report/today.xhtml", "/report/agency.xhtml", "/report/people.xhtml?state=all"})
    void looksRightOnPhonesAndDesksInLightAndDark(String path) {
        for (var width : new int[] {Screen.PHONE, Screen.DESK}) {
            for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                try (var screen = Screen.of(Person.PROVINCE_HEAD, width, scheme)) {
                    screen.open(path).looksRight().isAccessible();
                }
            }
        }
    }

    @Test
    void leadsFromTheFiguresDownToAPerson() {
        try (var screen = Screen.of(Person.HEAD)) {
            screen.open("/report/agency.xhtml");
            screen.press(screen.page().locator(".ck-head .ck-actions a"));
            var name = screen.page().locator("tbody th a").first().innerText();

            screen.press(screen.page().locator("tbody th a").first());

            assertThat(screen.looksRight().heading()).isEqualTo(name);
        }
    }
}
