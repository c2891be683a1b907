package vn.camket.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.NotFound;
import vn.camket.platform.Outage;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Denied;

/**
 * How what went wrong reads to a script, always as {reason, message} in the reader's language: 409 for a refusal; 404;
 * 403; 503 while the database is away; 400 for what cannot be read; 500 for the rest, with the cause in the log.
 */
@Provider
@ApplicationScoped
public class ApiAnswers implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ApiAnswers.class.getName());

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof Refusal refusal) {
            var language = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
            var message = Texts.text(
                    JsonFault.locale(language),
                    refusal.messageKey(),
                    refusal.details().toArray());
            return response(new JsonFault(409, refusal.reason().name(), message));
        }
        var status = status(fault);
        if (status == 500) {
            LOG.log(Level.SEVERE, "Fault under /api", fault);
        } else if (status == 503) {
            LOG.warning("The database does not answer");
        }
        return response(JsonFault.of(status, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static int status(Throwable fault) {
        if (fault instanceof NotFound) {
            return 404;
        }
        if (fault instanceof Denied) {
            return 403;
        }
        if (Outage.causes(fault)) {
            return 503;
        }
        if (fault instanceof WebApplicationException web) {
            return web.getResponse().getStatus();
        }
        return fault instanceof ProcessingException || fault instanceof JsonException || fault instanceof JsonbException
                ? 400
                : 500;
    }

    private static Response response(JsonFault fault) {
        var response = Response.status(fault.status())
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(fault.json());
        return fault.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, JsonFault.RETRY_AFTER)
                        .build()
                : response.build();
    }
}
