package vn.camket.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.camket.platform.RefusalReason;
import vn.camket.platform.web.Texts;

/** Words on the screen: complete in both languages, each used, none written into a page or a class. */
class TextsTest {
    private static final String KEY = "[a-z]+(?:\\.[\\w-]+)+";
    private static final Pattern QUOTED = Pattern.compile("['\"]([a-z]+(?:\\.[\\w-]+)*\\.?)['\"]");
    private static final Pattern VIETNAMESE =
            Pattern.compile("(?i)[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]");
    private static final Set<String> FAMILIES = Stream.concat(
                    Texts.ROOMS.stream(), Stream.of("common", "nav", "error", "saver", "enum"))
            .collect(Collectors.toUnmodifiableSet());

    /** Classes with Vietnamese of their own, each with its reason. */
    private static final Map<String, String> VIETNAMESE_BY_NATURE = Map.of(
            "/demonstration/", "the demonstration's own organisation and campaign",
            "/platform/web/Format.java", "names of weekdays, which Java writes otherwise",
            "/StarterModules.java", "headings of the content files",
            "/StarterPapers.java", "headings of the content files",
            "/StarterPledge.java", "headings of the content files");

    private static final JavaClasses HOUSE = RoomsTest.HOUSE;

    private final Map<String, String> vietnamese = texts("vi");
    private final Map<String, String> english = texts("en");
    private final List<Sources> pages = Sources.under("src/main/webapp", ".xhtml");
    private final List<Sources> classes = Sources.under("src/main/java", ".java");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
    }

    @Test
    void bothLanguagesTakeTheSameDetails() {
        var different = vietnamese.keySet().stream()
                .filter(key ->
                        english.containsKey(key) && !places(vietnamese.get(key)).equals(places(english.get(key))))
                .toList();

        assertThat(different).isEmpty();
    }

    private static Set<String> places(String pattern) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyTextWithDetailsIsAFormat() {
        Stream.of(vietnamese, english)
                .flatMap(texts -> texts.entrySet().stream())
                .forEach(entry -> {
                    if (entry.getValue().contains("{0")) {
                        assertThat(new MessageFormat(entry.getValue(), Locale.ROOT))
                                .as(entry.getKey())
                                .isNotNull();
                        assertThat(entry.getValue().replace("''", ""))
                                .as("%s: write '' for an apostrophe", entry.getKey())
                                .doesNotContain("'");
                    }
                });
    }

    @Test
    void noKeyStandsTwiceInAFile() {
        var twice = new ArrayList<String>();
        for (var file : Sources.under("src/main/resources/vn/camket", ".properties")) {
            var seen = new TreeSet<String>();
            file.text()
                    .lines()
                    .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .forEach(key -> twice.add(file.name() + " " + key));
        }

        assertThat(twice).isEmpty();
    }

    @Test
    void everyUsedKeyIsThere() {
        var absent = new TreeSet<String>();
        for (var source : everything()) {
            quoted(source)
                    .filter(TextsTest::looksLikeKey)
                    .filter(key -> !isKnown(key))
                    .forEach(key -> absent.add(source.name() + " " + key));
        }

        assertThat(absent).isEmpty();
    }

    @Test
    void everyKeyIsUsed() {
        var used = everything().stream().flatMap(TextsTest::quoted).collect(Collectors.toSet());
        var beginnings = used.stream().filter(key -> key.endsWith(".")).toList();
        var words = constants();

        var unused = vietnamese.keySet().stream()
                .filter(key -> !used.contains(key)
                        && !words.contains(key)
                        && beginnings.stream().noneMatch(key::startsWith))
                .toList();

        assertThat(unused).isEmpty();
    }

    @Test
    void everyRefusalHasItsMessage() {
        var absent = constants().stream()
                .filter(key -> key.contains(".refusal.") && !vietnamese.containsKey(key))
                .toList();

        assertThat(absent).isEmpty();
    }

    @Test
    void anEnumIsWordedWhollyOrNotAtAll() {
        var worded = vietnamese.keySet().stream()
                .filter(key -> key.startsWith("enum."))
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        HOUSE.stream()
                .filter(JavaClass::isEnum)
                .filter(type -> constants(type).allMatch(vietnamese::containsKey))
                .forEach(type -> worded.remove("enum." + type.getSimpleName()));

        assertThat(worded).as("enums with some but not all words").isEmpty();
    }

    @Test
    void pagesHoldNoWords() {
        var found = new ArrayList<String>();
        for (var page : pages) {
            var markup = page.text()
                    .replaceAll("(?s)<!--.*?-->", "")
                    .replaceAll("#\\{[^}]*}", "")
                    .replaceAll("(?s)<\\?.*?\\?>", "");
            Pattern.compile(">([^<]*\\p{L}{2,}[^<]*)<")
                    .matcher(markup)
                    .results()
                    .map(hit -> hit.group(1).strip())
                    .filter(words -> !words.startsWith("&"))
                    .forEach(words -> found.add(page.name() + ": " + words));
            Pattern.compile(
                            "\\b(?:alt|title|placeholder|aria-label|label|hint|reason|summary|requiredMessage)=\"([^\"]*\\p{L}{2,}[^\"]*)\"")
                    .matcher(markup)
                    .results()
                    .map(hit -> hit.group())
                    .forEach(words -> found.add(page.name() + ": " + words));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void classesHoldNoVietnamese() {
        var found = new ArrayList<String>();
        for (var type : classes) {
            if (VIETNAMESE_BY_NATURE.keySet().stream().anyMatch(type.name()::contains)) {
                continue;
            }
            Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"")
                    .matcher(type.code())
                    .results()
                    .map(MatchResult::group)
                    .filter(literal -> VIETNAMESE.matcher(literal).find())
                    .filter(literal -> literal.length() > 4)
                    .forEach(literal -> found.add(type.name() + ": " + literal));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void pagesHoldNoStyleAndNoScript() {
        var found = new ArrayList<String>();
        for (var page : pages) {
            if (!page.name().contains("/WEB-INF/tags/")
                    && Pattern.compile("\\sstyle=\"").matcher(page.text()).find()) {
                found.add(page.name() + ": style=");
            }
            if (Pattern.compile("<script(?![^>]*\\bsrc=)(?![^>]*type=\"application/json\")")
                    .matcher(page.text())
                    .find()) {
                found.add(page.name() + ": <script> without src");
            }
            if (Pattern.compile("<(?!p:)[a-z:]*[^>]*\\son[a-z]+=\"")
                    .matcher(page.text())
                    .find()) {
                found.add(page.name() + ": event handler in the markup");
            }
            if (page.text().contains("<f:ajax")) {
                found.add(page.name() + ": f:ajax needs inline script");
            }
        }

        assertThat(found).isEmpty();
    }

    private List<Sources> everything() {
        return Stream.of(
                        pages.stream(),
                        classes.stream(),
                        Sources.under("src/main/webapp/assets", ".js").stream(),
                        Sources.under("src/main/webapp/WEB-INF", ".xml").stream())
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<String> quoted(Sources source) {
        return QUOTED.matcher(source.name().endsWith(".java") ? source.code() : source.text())
                .results()
                .map(hit -> hit.group(1));
    }

    private static boolean looksLikeKey(String text) {
        return text.matches(KEY + "\\.?")
                && FAMILIES.contains(text.substring(0, text.indexOf('.')))
                && !text.matches(".*\\.(xhtml|js|css|svg|woff2|tsv|md|pdf|xlsx|properties|json|html)");
    }

    private boolean isKnown(String key) {
        return vietnamese.containsKey(key)
                || (key.endsWith(".") && vietnamese.keySet().stream().anyMatch(known -> known.startsWith(key)));
    }

    /** Keys that constants ask for: {@code <room>.refusal.<NAME>} and {@code enum.<Class>.<NAME>}. */
    private static Set<String> constants() {
        return HOUSE.stream()
                .filter(JavaClass::isEnum)
                .flatMap(TextsTest::constants)
                .collect(Collectors.toSet());
    }

    private static Stream<String> constants(JavaClass type) {
        var prefix = type.isAssignableTo(RefusalReason.class)
                ? type.getPackageName().split("\\.")[2] + ".refusal."
                : "enum." + type.getSimpleName() + ".";
        return type.getFields().stream()
                .filter(field -> field.getRawType().equals(type))
                .map(field -> prefix + field.getName());
    }

    private static Map<String, String> texts(String language) {
        var texts = new TreeMap<String, String>();
        for (var file : Sources.under("src/main/resources/vn/camket", "messages_" + language + ".properties")) {
            var properties = new Properties();
            try {
                properties.load(new StringReader(file.text()));
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }
}
