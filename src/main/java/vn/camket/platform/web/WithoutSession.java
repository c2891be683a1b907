package vn.camket.platform.web;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.HashMap;

/**
 * A page for somebody without a session opens none. Its script nonce lies in a map of the view, and the Faces runtime
 * opens a session for that map when it makes one; so it finds one made already, that lives as long as the request.
 */
public class WithoutSession implements PhaseListener {
    private static final long serialVersionUID = 1;

    /** Where Mojarra's UIViewRoot looks for its map. */
    private static final String MAP = "com.sun.faces.application.view.viewMap";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        var context = event.getFacesContext();
        var view = context.getViewRoot();
        if (view != null && context.getExternalContext().getSession(false) == null && view.getViewMap(false) == null) {
            view.getTransientStateHelper(true).putTransient(MAP, new HashMap<String, Object>());
        }
    }
}
