package vn.camket.testing;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

class PublicPagesPageIT {
    @Test
    void signInPageOpensForEverybody() {
        try (var screen = Screen.ofNobody()) {
            screen.open("/identity/sign-in.xhtml")
                    .looksRight()
                    .isAccessible()
                    .inScheme(ColorScheme.DARK)
                    .isAccessible();
            screen.inWidth(Screen.PHONE).looksRight().keep("sign-in");
        }
    }
}
