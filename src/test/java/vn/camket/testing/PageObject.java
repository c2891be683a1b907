package vn.camket.testing;

import com.microsoft.playwright.Locator;

/** A page as its reader knows it: subclasses name its fields and acts, tests speak only through those. */
public abstract class PageObject {
    private final Screen screen;

    protected PageObject(Screen screen) {
        this.screen = screen;
    }

    public final Screen screen() {
        return screen;
    }

    protected final Locator byId(String clientId) {
        return screen.byId(clientId);
    }

    protected final Locator find(String selector) {
        return screen.page().locator(selector);
    }

    /** Presses something that loads another page, and waits for that page. */
    protected final void press(Locator control) {
        screen.press(control);
    }
}
