package vn.camket.platform.web;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a script under /api is told when nothing was done: a reason for it, a message for its reader. */
public record JsonFault(int status, String reason, String message) {
    /** Seconds after which an outage is worth another try. */
    public static final String RETRY_AFTER = "10";

    static JsonFault of(int status, @Nullable String language) {
        return switch (status) {
            case 403 -> new JsonFault(status, "FORBIDDEN", Texts.text(locale(language), "error.403.title"));
            case 404 -> new JsonFault(status, "NOT_FOUND", Texts.text(locale(language), "error.404.title"));
            case 413 -> new JsonFault(status, "TOO_LARGE", Texts.text(locale(language), "error.413.title"));
            case 503 -> new JsonFault(status, "UNAVAILABLE", Texts.text(locale(language), "error.503.title"));
            default ->
                status >= 500
                        ? new JsonFault(status, "FAULT", Texts.text(locale(language), "error.500.title"))
                        : new JsonFault(status, "BAD_REQUEST", Texts.text(locale(language), "error.400.title"));
        };
    }

    /** Scripts send the page's language as Accept-Language. */
    static Locale locale(@Nullable String wished) {
        return Locale.forLanguageTag(wished != null && wished.startsWith("en") ? "en" : "vi");
    }

    public static boolean isAsked(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api");
    }

    /** Answers a request for JSON outside its resource. */
    public static void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_AFTER);
        }
        if (status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
            response.setHeader("Connection", "close");
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(of(status, request.getHeader("Accept-Language")).json());
    }

    String json() {
        return Json.createObjectBuilder()
                .add("reason", reason)
                .add("message", message)
                .build()
                .toString();
    }
}
