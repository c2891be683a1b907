package vn.camket.platform.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day as people type it: day, month, year, with any of / - . between, the year with two or four digits. */
@FacesConverter(forClass = LocalDate.class)
public class DayConverter implements Converter<LocalDate> {
    private static final Pattern DAY =
            Pattern.compile("\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{2}|\\d{4})\\s*");

    @Override
    public @Nullable LocalDate getAsObject(FacesContext context, UIComponent component, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return read(typed).orElseThrow(() -> {
            var locale = context.getViewRoot().getLocale();
            var field = component.getAttributes().get("label");
            var message = field == null
                    ? Texts.text(locale, "common.day.malformed")
                    : Texts.text(locale, "common.day.malformed-of", field);
            return new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
        });
    }

    /** The day meant, if it is one; two digits of a year mean this century. */
    public static Optional<LocalDate> read(String typed) {
        var match = DAY.matcher(typed);
        if (!match.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(match.group(3));
        try {
            return Optional.of(LocalDate.of(
                    year < 100 ? 2000 + year : year,
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(1))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, @Nullable LocalDate day) {
        return Format.day(day);
    }
}
