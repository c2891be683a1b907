package vn.camket.platform.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page that is sent back and shown again keeps its script nonce. PrimeFaces expects its own script to send the nonce;
 * pages without that script cannot, so the one kept with the view stands in for it. Posts from a script send their own.
 */
public class PlainPost implements PhaseListener {
    private static final String NONCE = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        var context = event.getFacesContext();
        if (isPlainPost(context)) {
            var external = context.getExternalContext();
            external.setRequest(withNonce((HttpServletRequest) external.getRequest(), nonce(context)));
        }
    }

    /** The nonce kept with the view; a new one, made as PrimeFaces makes them, where none was kept. */
    private static String nonce(FacesContext context) {
        var view = context.getViewRoot().getViewMap(false);
        return view != null && view.get(NONCE) instanceof String kept
                ? kept
                : Base64.getEncoder()
                        .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPlainPost(FacesContext context) {
        return context.isPostback()
                && context.getViewRoot() != null
                && !context.getPartialViewContext().isAjaxRequest()
                && context.getExternalContext().getRequestParameterMap().get(NONCE) == null;
    }

    private static HttpServletRequest withNonce(HttpServletRequest request, String nonce) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public @Nullable String getParameter(String name) {
                return NONCE.equals(name) ? nonce : super.getParameter(name);
            }
        };
    }
}
