package vn.camket.platform.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Refusal;

/** What a page tells its reader after an act: a refusal beside its field, or a good outcome that survives the redirect. */
public final class Notices {
    private Notices() {}

    /** Shows a refusal. @param clientId field it belongs to, null for the whole page */
    public static void refused(Refusal refusal, @Nullable String clientId) {
        var context = FacesContext.getCurrentInstance();
        var message = Texts.text(
                locale(context), refusal.messageKey(), refusal.details().toArray());
        context.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
        context.validationFailed();
    }

    /** Tells that an act succeeded, on the page that follows. */
    public static void done(String key, Object... details) {
        var context = FacesContext.getCurrentInstance();
        var message = Texts.text(locale(context), key, details);
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, message, message));
    }

    /** Tells that an act succeeded, on this very page. */
    public static void shown(String key, Object... details) {
        var context = FacesContext.getCurrentInstance();
        var message = Texts.text(locale(context), key, details);
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, message, message));
    }

    /** The reader's language. A view action runs before the template has told the view, which then still has the browser's. */
    private static Locale locale(FacesContext context) {
        return context.getApplication().evaluateExpressionGet(context, "#{reader.locale}", Locale.class);
    }
}
