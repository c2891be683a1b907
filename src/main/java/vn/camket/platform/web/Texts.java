package vn.camket.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all rooms joined into one bundle, EL name {@code text}: {@code messages_vi.properties} of every room's
 * resource folder. Vietnamese is the base; {@link Texts_en} is the other language.
 */
public class Texts extends ResourceBundle {
    /** Rooms with texts of their own. */
    public static final List<String> ROOMS = List.of(
            "platform",
            "audit",
            "organization",
            "identity",
            "library",
            "trust",
            "campaign",
            "training",
            "quiz",
            "pledge",
            "completion",
            "report",
            "demonstration");

    private final Map<String, String> texts;

    public Texts() {
        this("vi");
    }

    Texts(String language) {
        texts = new HashMap<>();
        for (var room : ROOMS) {
            texts.putAll(read("/vn/camket/" + room + "/messages_" + language + ".properties"));
        }
    }

    private static Map<String, String> read(String file) {
        try (var stream = Texts.class.getResourceAsStream(file)) {
            var properties = new Properties();
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            var read = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
            return read;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The texts of a language. */
    static Texts of(Locale locale) {
        return (Texts) ResourceBundle.getBundle(Texts.class.getName(), locale);
    }

    /** One text with its details filled in ({0}, {1}, ...), outside a page: in mails, files, refusals. Days and moments read as on pages. */
    public static String text(Locale locale, String key, Object... details) {
        var pattern = of(locale).getString(key);
        return details.length == 0
                ? pattern
                : new MessageFormat(pattern, locale)
                        .format(Arrays.stream(details).map(Texts::written).toArray());
    }

    private static Object written(Object detail) {
        if (detail instanceof LocalDate day) {
            return Format.day(day);
        }
        return detail instanceof Instant moment ? Format.moment(moment) : detail;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
