package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** How a person works the page: with the mouse, or with nothing but the keyboard. */
public enum Hand {
    MOUSE {
        @Override
        void reach(Screen screen, Locator control) {
            control.scrollIntoViewIfNeeded();
        }

        @Override
        void choose(Screen screen, Locator choice) {
            choice.check();
        }

        @Override
        public void press(Screen screen, Locator control) {
            screen.press(control);
        }
    },
    KEYBOARD {
        private static final int PATIENCE = 150;

        @Override
        void reach(Screen screen, Locator control) {
            for (var tabs = 0; tabs < PATIENCE && !hasFocus(control); tabs++) {
                screen.page().keyboard().press("Tab");
            }
            assertThat(hasFocus(control))
                    .as("%s can be reached with the Tab key", control)
                    .isTrue();
            assertThat((Boolean) control.evaluate("e => e.matches(':focus-visible')"))
                    .as("focus can be seen on %s", control)
                    .isTrue();
        }

        @Override
        void choose(Screen screen, Locator choice) {
            if ("radio".equals(choice.getAttribute("type"))) {
                chooseRadio(screen, choice);
            } else {
                reach(screen, choice);
                screen.page().keyboard().press("Space");
            }
            assertThat(choice.isChecked()).isTrue();
        }

        /** Tab reaches the group, arrows walk inside it. */
        private void chooseRadio(Screen screen, Locator choice) {
            var name = choice.getAttribute("name");
            for (var tabs = 0; tabs < PATIENCE && !name.equals(focused(screen)); tabs++) {
                screen.page().keyboard().press("Tab");
            }
            if (hasFocus(choice)) {
                screen.page().keyboard().press("Space");
            }
            for (var arrows = 0; arrows < 20 && !choice.isChecked(); arrows++) {
                screen.page().keyboard().press("ArrowDown");
            }
        }

        private String focused(Screen screen) {
            return (String) screen.page().evaluate("document.activeElement.getAttribute('name')");
        }

        private boolean hasFocus(Locator control) {
            return (Boolean) control.evaluate("e => e === document.activeElement");
        }

        @Override
        public void press(Screen screen, Locator control) {
            reach(screen, control);
            screen.leave(() -> screen.page().keyboard().press("Enter"));
        }
    };

    /** Brings a control into reach: into view, or into focus. */
    abstract void reach(Screen screen, Locator control);

    /** Ticks a box or a radio button. */
    abstract void choose(Screen screen, Locator choice);

    /** Presses something that loads another page, and waits for that page. */
    public abstract void press(Screen screen, Locator control);

    /** Writes into a field. */
    public void write(Screen screen, Locator field, String text) {
        reach(screen, field);
        if (this == MOUSE) {
            field.click();
        }
        screen.page().keyboard().type(text);
    }
}
