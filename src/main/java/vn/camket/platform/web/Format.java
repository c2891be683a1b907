package vn.camket.platform.web;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Vietnam;

/** How dates, times and numbers are written on pages: EL functions of the prefix {@code ck}. Null gives an empty text. */
public final class Format {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d/M");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Vietnam.ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(Vietnam.ZONE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm d/M/uuuu").withZone(Vietnam.ZONE);
    private static final Map<String, String> ASSETS = new ConcurrentHashMap<>();

    private Format() {}

    /** 15/9/2026 */
    public static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** 20/9 */
    public static String shortDay(@Nullable LocalDate day) {
        return day == null ? "" : SHORT_DAY.format(day);
    }

    /** thứ Ba, 15/9/2026 */
    public static String weekday(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        var name = day.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, locale());
        return ("vi".equals(locale().getLanguage()) ? name.replace("Thứ", "thứ").replace("Chủ", "chủ") : name) + ", "
                + DAY.format(day);
    }

    /** 15/9/2026, the Vietnam day of an instant */
    public static String dayOf(@Nullable Instant instant) {
        return instant == null ? "" : DAY.format(Vietnam.day(instant));
    }

    /** 10:07 */
    public static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    /** 10:07:32 */
    public static String second(@Nullable Instant instant) {
        return instant == null ? "" : SECOND.format(instant);
    }

    /** 10:07 15/9/2026 */
    public static String moment(@Nullable Instant instant) {
        return instant == null ? "" : MOMENT.format(instant);
    }

    /** Days from today (Vietnam) to a day; negative when past. */
    public static long daysTo(@Nullable LocalDate day) {
        return day == null
                ? 0
                : java.time.temporal.ChronoUnit.DAYS.between(
                        Vietnam.day(Instant.now(java.time.Clock.systemUTC())), day);
    }

    /** 21.486 */
    public static String number(long number) {
        return grouped(number, locale());
    }

    static String grouped(long number, Locale locale) {
        var separator = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator();
        return String.format(Locale.ROOT, "%,d", number).replace(',', separator);
    }

    /** 85,1 % of a whole, one decimal; a dash when the whole is nothing; no percent below 10 people. */
    public static String rate(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        return whole < 10 ? number(part) + "/" + number(whole) : percent(part, whole);
    }

    /** 85,1 % of a whole, one decimal, rounded down so that 100 means all. */
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        var perMille = Math.floorDiv(part * 1000, whole);
        var point = DecimalFormatSymbols.getInstance(locale()).getDecimalSeparator();
        return perMille / 10 + "" + point + perMille % 10 + "\u00A0%";
    }

    /** Share as a CSS percentage for the width of a bar: 33.3% */
    public static String width(long part, long whole) {
        return whole == 0 ? "0%" : Math.floorDiv(part * 1000, whole) / 10.0 + "%";
    }

    /** 18 MB, 1,8 MB, 640 kB */
    public static String bytes(long bytes) {
        var point = DecimalFormatSymbols.getInstance(locale()).getDecimalSeparator();
        if (bytes < 1_000_000) {
            return Math.max(1, bytes / 1000) + "\u00A0kB";
        }
        var tenths = bytes / 100_000;
        return (tenths >= 100 ? String.valueOf(tenths / 10) : tenths / 10 + "" + point + tenths % 10) + "\u00A0MB";
    }

    /** Minutes and seconds of a span: 3:42 */
    public static String span(@Nullable Duration span) {
        return span == null ? "" : span.toMinutes() + ":" + String.format("%02d", span.toSecondsPart());
    }

    /** A text with one detail. */
    public static String text1(String key, @Nullable Object first) {
        return filled(key, first);
    }

    /** A text with two details. */
    public static String text2(String key, @Nullable Object first, @Nullable Object second) {
        return filled(key, first, second);
    }

    /** A text with three details. */
    public static String text3(String key, @Nullable Object first, @Nullable Object second, @Nullable Object third) {
        return filled(key, first, second, third);
    }

    private static String filled(String key, @Nullable Object... details) {
        var pattern = Texts.of(locale()).getString(key);
        return new MessageFormat(pattern, locale()).format(details);
    }

    /** The word for a constant: key {@code enum.<Class>.<NAME>}. */
    public static String word(@Nullable Enum<?> constant) {
        return constant == null
                ? ""
                : Texts.of(locale())
                        .getString("enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** Address of a file under /assets with a mark of its content, so that it can be cached for a year. */
    public static String asset(String name) {
        return ASSETS.computeIfAbsent(name, Format::marked);
    }

    private static String marked(String name) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        try (var stream = external.getResourceAsStream("/assets/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No asset " + name);
            }
            var digest = java.security.MessageDigest.getInstance("SHA-256").digest(stream.readAllBytes());
            return external.getRequestContextPath() + "/assets/" + name + "?v="
                    + HexFormat.of().formatHex(digest, 0, 5);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Locale locale() {
        var context = FacesContext.getCurrentInstance();
        return context == null || context.getViewRoot() == null
                ? Locale.forLanguageTag("vi")
                : context.getViewRoot().getLocale();
    }
}
