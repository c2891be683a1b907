package vn.camket.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Outage;
import vn.camket.platform.Refusal;

/**
 * What an error page tells: nothing of the cause but a reference that is also in the log. It asks no business bean and no
 * database, because either may be what failed.
 */
@Named("fault")
@RequestScoped
public class FaultView {
    private static final Logger LOG = Logger.getLogger(FaultView.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private @Nullable String reference;
    private @Nullable Instant moment;
    private boolean outage;

    /** Gives the answer its status; a partial answer stays 200, or the browser would not show it. */
    public void answer(int status) {
        var context = FacesContext.getCurrentInstance();
        var external = context.getExternalContext();
        if (!context.getPartialViewContext().isAjaxRequest() && !external.isResponseCommitted()) {
            external.setResponseStatus(status);
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                external.setResponseHeader("Retry-After", JsonFault.RETRY_AFTER);
            }
            if (status == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE) {
                external.setResponseHeader("Connection", "close");
            }
        }
    }

    /**
     * Answers 503 while the database is away. Any other fault is answered by 500, and its cause written into the log under
     * the reference.
     */
    public void record() {
        var fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        outage = Outage.causes(fault);
        answer(outage ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        if (outage) {
            LOG.warning(() -> "The database does not answer: " + request.getMethod() + " " + path());
            return;
        }
        moment = clock.instant();
        reference = newReference();
        LOG.log(Level.SEVERE, "Fault " + reference + " at " + request.getMethod() + " " + path(), fault);
    }

    /** Whether the database is away, and nothing else is wrong. */
    public boolean isOutage() {
        return outage;
    }

    private static String newReference() {
        var text = new StringBuilder();
        for (var index = 0; index < 8; index++) {
            text.append(index == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    public @Nullable String getReference() {
        return reference;
    }

    public @Nullable Instant getMoment() {
        return moment;
    }

    /** Where the reader was, to open it again. */
    public String getAgain() {
        var query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        var address = path() + (query == null ? "" : "?" + query);
        return request.getContextPath() + LocalAddress.orElse(address, "/");
    }

    private String path() {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : String.valueOf(failed);
    }

    /** The text of a refusal that no page answered. */
    public String getRefusal() {
        var context = FacesContext.getCurrentInstance();
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Refusal refusal
                ? Texts.text(
                        context.getViewRoot().getLocale(),
                        refusal.messageKey(),
                        refusal.details().toArray())
                : "";
    }
}
