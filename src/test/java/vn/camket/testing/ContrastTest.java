package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours of tokens.css against WCAG 2.2: text 4.5 to 1, everything else that means something 3 to 1, in both schemes. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final List<String> SURFACES = List.of("bg", "surface", "surface-2", "surface-3", "overlay");
    private static final String DARK = "@media screen and (prefers-color-scheme:dark)";
    private static final String CHOSEN_DARK = ":root[data-theme=\"dark\"]";

    /** Two colours that meet. */
    private record Pair(String front, String back, double least) {}

    private final String css =
            Sources.read(Path.of("src/main/webapp/assets/tokens.css")).text().replaceAll("(?s)/\\*.*?\\*/", "");
    private final Map<String, String> light =
            colours(css.substring(css.indexOf("color-scheme:light") - 20, css.indexOf(DARK)));
    private final Map<String, String> preferredDark =
            colours(css.substring(css.indexOf(DARK), css.indexOf(CHOSEN_DARK)));
    private final Map<String, String> dark =
            colours(css.substring(css.indexOf(CHOSEN_DARK), css.indexOf("--ck-font:")));

    @Test
    void bothWaysToDarkAreTheSame() {
        assertThat(preferredDark).isEqualTo(dark);
        assertThat(dark.keySet()).containsAll(light.keySet());
    }

    @Test
    void lightColoursMeetTheirContrast() {
        assertThat(failures(light)).isEmpty();
    }

    @Test
    void darkColoursMeetTheirContrast() {
        assertThat(failures(dark)).isEmpty();
    }

    private List<String> failures(Map<String, String> colours) {
        var failures = new ArrayList<String>();
        for (var pair : pairs()) {
            var contrast = contrast(colours.get(pair.front()), colours.get(pair.back()));
            if (contrast < pair.least()) {
                failures.add("%s on %s: %.2f, least %.1f".formatted(pair.front(), pair.back(), contrast, pair.least()));
            }
        }
        var ornament = mixed(colours.get("gold"), colours.get("strip"), 0.32);
        for (var text : List.of("on-strip", "on-strip-2")) {
            if (contrast(colours.get(text), ornament) < TEXT) {
                failures.add(text + " over the ornament");
            }
        }
        for (var surface : with(SURFACES, "primary", "brand", "strip", "primary-soft")) {
            var back = colours.get(surface);
            if (Math.max(contrast(colours.get("focus-in"), back), contrast(colours.get("focus-out"), back)) < SHAPE) {
                failures.add("focus ring on " + surface);
            }
        }
        return failures;
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        cross(pairs, List.of("ink", "ink-2", "ink-3"), SURFACES, TEXT);
        cross(
                pairs,
                List.of("link", "link-hover", "primary-text", "brand-text"),
                List.of("bg", "surface", "surface-2", "overlay"),
                TEXT);
        cross(pairs, List.of("link", "primary-text"), List.of("surface-3", "primary-soft"), TEXT);
        cross(pairs, List.of("on-primary"), List.of("primary", "primary-hover", "primary-active"), TEXT);
        cross(pairs, List.of("on-primary-soft", "ink", "ink-2", "ink-3"), List.of("primary-soft"), TEXT);
        cross(pairs, List.of("on-brand"), List.of("brand"), TEXT);
        cross(pairs, List.of("ink", "ink-2", "brand-text"), List.of("brand-soft"), TEXT);
        cross(pairs, List.of("on-strip", "on-strip-2"), List.of("strip"), TEXT);
        for (var state : List.of("success", "warning", "danger", "info", "neutral")) {
            cross(pairs, List.of(state + "-text", "ink", "ink-2"), List.of(state + "-bg"), TEXT);
            cross(pairs, List.of(state + "-text"), List.of("surface", "surface-2", "bg", "overlay"), TEXT);
            if (light.containsKey(state + "-fill")) {
                cross(pairs, List.of("on-fill"), List.of(state + "-fill"), TEXT);
            }
        }
        for (var heat = 0; heat <= 5; heat++) {
            pairs.add(new Pair("heat-" + heat + "-ink", "heat-" + heat, TEXT));
        }
        cross(pairs, List.of("line-strong"), List.of("surface", "bg", "surface-2", "overlay"), SHAPE);
        cross(pairs, List.of("primary"), List.of("surface", "bg"), SHAPE);
        cross(pairs, List.of("brand"), List.of("surface"), SHAPE);
        cross(pairs, List.of("gold", "focus-out"), List.of("strip"), SHAPE);
        cross(pairs, List.of("focus-out"), List.of("focus-in"), SHAPE);
        cross(pairs, List.of("bar", "bar-done", "bar-late"), List.of("surface-3", "surface"), SHAPE);
        cross(pairs, List.of("chart-1", "chart-2", "chart-3", "chart-4"), List.of("surface", "surface-2"), SHAPE);
        return pairs;
    }

    private static void cross(List<Pair> pairs, List<String> fronts, List<String> backs, double least) {
        fronts.forEach(front -> backs.forEach(back -> pairs.add(new Pair(front, back, least))));
    }

    private static List<String> with(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<String, String> colours(String block) {
        var colours = new TreeMap<String, String>();
        Pattern.compile("--ck-([\\w-]+):\\s*(#[0-9A-Fa-f]{6})\\b")
                .matcher(block)
                .results()
                .forEach(hit -> colours.put(hit.group(1), hit.group(2)));
        return colours;
    }

    /** Contrast of two colours, WCAG 2.2, 1.4.3: 1 to 21. */
    private static double contrast(String one, String other) {
        assertThat(one).isNotNull();
        assertThat(other).isNotNull();
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        var value = channel(colour, at) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int channel(String colour, int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16);
    }

    private static String mixed(String over, String under, double share) {
        var mixed = new StringBuilder("#");
        for (var at : List.of(1, 3, 5)) {
            mixed.append("%02x"
                    .formatted(Math.round(channel(under, at) + share * (channel(over, at) - channel(under, at)))));
        }
        return mixed.toString();
    }
}
