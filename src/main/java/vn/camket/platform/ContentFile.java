package vn.camket.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text file with a head of {@code key: value} lines between two {@code ---} lines, then sections under {@code #}
 * headings. The format is described beside the files, in {@code vn/camket/content/README.md}.
 */
public final class ContentFile {
    private static final Pattern FIELD = Pattern.compile("([a-z_]+):\\s*(.*)");
    private static final Pattern NUMBERED = Pattern.compile("\\d+\\.\\s+(.*)");
    private static final Pattern OPTION = Pattern.compile("- \\[([ x])]\\s+(.*)");

    /** An answer to choose. @param ticked whether it is marked {@code [x]} */
    public record Option(String text, boolean ticked) {}

    /** A question with its options and the lines of notes ({@code >}) under it. */
    public record Item(String prompt, List<Option> options, List<String> notes) {}

    /**
     * What stands under one heading.
     *
     * @param fields the {@code key: value} lines right after the heading
     * @param lines the rest, without blank lines at either end
     */
    public record Section(String title, Map<String, String> fields, List<String> lines) {
        /** @throws IllegalArgumentException if the section has no such field */
        public String field(String key) {
            return Optional.ofNullable(fields.get(key))
                    .orElseThrow(() -> new IllegalArgumentException("No " + key + " under " + title));
        }

        /** The text before the first item. @param opener how items begin, {@code "? "} or {@code "## "} */
        public String text(String opener) {
            var before =
                    lines.stream().takeWhile(line -> !line.startsWith(opener)).toList();
            return String.join("\n", before).strip();
        }

        /** The whole text. */
        public String text() {
            return String.join("\n", lines).strip();
        }

        /** The entries of a numbered list, without their numbers. */
        public List<String> numbered() {
            return lines.stream()
                    .map(NUMBERED::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(matcher -> matcher.group(1).strip())
                    .toList();
        }

        /** The questions of the section, each from its opener to the next. */
        public List<Item> items(String opener) {
            var items = new ArrayList<Item>();
            for (var line : lines) {
                if (line.startsWith(opener)) {
                    items.add(new Item(line.substring(opener.length()).strip(), new ArrayList<>(), new ArrayList<>()));
                } else if (!items.isEmpty()) {
                    read(line, items.get(items.size() - 1));
                }
            }
            return items;
        }

        private static void read(String line, Item item) {
            var option = OPTION.matcher(line);
            if (option.matches()) {
                item.options.add(new Option(option.group(2).strip(), "x".equals(option.group(1))));
            } else if (line.startsWith("> ")) {
                item.notes.add(line.substring(2).strip());
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException("Neither an option nor a note: " + line);
            }
        }
    }

    private final Map<String, List<String>> head;
    private final List<Section> sections;

    private ContentFile(Map<String, List<String>> head, List<Section> sections) {
        this.head = head;
        this.sections = sections;
    }

    /** @param resource absolute name on the class path, UTF-8 */
    public static ContentFile read(String resource) {
        return parse(text(resource));
    }

    /** The text of a class path resource, in NFC. */
    public static String text(String resource) {
        try (var stream = ContentFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("No such resource: " + resource);
            }
            return VietnameseText.nfc(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Rows of a tab-separated resource under its heading line, by column name; lines that begin with {@code #} are
     * remarks.
     */
    public static List<Map<String, String>> table(String resource) {
        var lines = text(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var columns = lines.get(0).split("\t", -1);
        return lines.stream().skip(1).map(line -> row(columns, line)).toList();
    }

    private static Map<String, String> row(String[] columns, String line) {
        var values = line.split("\t", -1);
        if (values.length != columns.length) {
            throw new IllegalArgumentException(values.length + " columns instead of " + columns.length + ": " + line);
        }
        var row = new LinkedHashMap<String, String>();
        for (var index = 0; index < columns.length; index++) {
            row.put(columns[index], values[index].strip());
        }
        return row;
    }

    /** @throws IllegalArgumentException if the head is missing or a line stands outside every section */
    public static ContentFile parse(String text) {
        var lines = text.lines().map(String::stripTrailing).toList();
        if (lines.isEmpty() || !lines.get(0).equals("---")) {
            throw new IllegalArgumentException("A content file begins with a line of three dashes");
        }
        var head = new LinkedHashMap<String, List<String>>();
        var index = 1;
        for (; !lines.get(index).equals("---"); index++) {
            var field = FIELD.matcher(lines.get(index));
            if (!field.matches()) {
                throw new IllegalArgumentException("Not a field of the head: " + lines.get(index));
            }
            head.computeIfAbsent(field.group(1), key -> new ArrayList<>())
                    .add(field.group(2).strip());
        }
        return new ContentFile(head, sections(lines.subList(index + 1, lines.size())));
    }

    private static List<Section> sections(List<String> lines) {
        var sections = new ArrayList<Section>();
        var inFields = false;
        for (var line : lines) {
            var field = FIELD.matcher(line);
            if (line.startsWith("# ")) {
                sections.add(new Section(line.substring(2).strip(), new LinkedHashMap<>(), new ArrayList<>()));
                inFields = true;
            } else if (sections.isEmpty()) {
                if (!line.isBlank()) {
                    throw new IllegalArgumentException("A line before the first heading: " + line);
                }
            } else if (inFields && field.matches()) {
                sections.get(sections.size() - 1).fields.put(field.group(1), field.group(2));
            } else {
                inFields = false;
                sections.get(sections.size() - 1).lines.add(line);
            }
        }
        return List.copyOf(sections);
    }

    /** @throws IllegalArgumentException if the head has no such key */
    public String value(String key) {
        return values(key).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + key + " in the head"));
    }

    /** All values of a key that may repeat; empty if there is none. */
    public List<String> values(String key) {
        return head.getOrDefault(key, List.of());
    }

    public List<Section> sections() {
        return sections;
    }

    /** @throws IllegalArgumentException if there is no section with this heading */
    public Section section(String title) {
        return sections.stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No section " + title));
    }
}
