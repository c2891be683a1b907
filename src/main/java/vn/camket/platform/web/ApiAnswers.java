package vn.camket.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Denied;

/** How a refusal reads to a script: 409 with a reason and a message in the reader's language; 404; 403; 400 for what is no JSON. */
public final class ApiAnswers {
    private ApiAnswers() {}

    @Provider
    @ApplicationScoped
    public static class Refused implements ExceptionMapper<Refusal> {
        @Context
        @SuppressWarnings("NullAway.Init")
        HttpHeaders headers;

        @Override
        public Response toResponse(Refusal refusal) {
            var message = Texts.text(
                    locale(headers), refusal.messageKey(), refusal.details().toArray());
            return Response.status(Response.Status.CONFLICT)
                    .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                    .entity(Map.of("reason", refusal.reason().name(), "message", message))
                    .build();
        }
    }

    @Provider
    @ApplicationScoped
    public static class Missing implements ExceptionMapper<NotFound> {
        @Override
        public Response toResponse(NotFound notFound) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
    }

    @Provider
    @ApplicationScoped
    public static class Forbidden implements ExceptionMapper<Denied> {
        @Override
        public Response toResponse(Denied denied) {
            return Response.status(Response.Status.FORBIDDEN).build();
        }
    }

    @Provider
    @ApplicationScoped
    public static class Unreadable implements ExceptionMapper<ProcessingException> {
        @Override
        public Response toResponse(ProcessingException unreadable) {
            if (!(unreadable.getCause() instanceof JsonbException)) {
                throw unreadable;
            }
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
    }

    /** Scripts send the page's language as Accept-Language. */
    private static Locale locale(HttpHeaders headers) {
        var wished = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        var english = wished != null && wished.startsWith("en");
        return Locale.forLanguageTag(english ? "en" : "vi");
    }
}
