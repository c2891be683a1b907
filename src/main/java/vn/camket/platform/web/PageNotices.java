package vn.camket.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of this request as a page shows them: one summary with links to the fields, and each beside its field. */
@Named("notices")
@RequestScoped
public class PageNotices {
    /** @param field client id of the input it belongs to, empty for the whole page */
    public record Notice(String message, String field, boolean linked) {}

    public boolean isRefused() {
        return !getRefusals().isEmpty();
    }

    public List<Notice> getRefusals() {
        return collect(true);
    }

    public List<Notice> getOutcomes() {
        return collect(false);
    }

    /** The first refusal of a field; null when there is none. */
    public @Nullable String of(String field) {
        var messages = FacesContext.getCurrentInstance().getMessageList(field);
        return messages.isEmpty() ? null : words(messages.get(0));
    }

    /** PrimeFaces gives a file name that it refuses an English summary, and says what is wrong in the details. */
    private static String words(FacesMessage message) {
        return "File Error".equals(message.getSummary()) ? message.getDetail() : message.getSummary();
    }

    private static List<Notice> collect(boolean refusals) {
        var context = FacesContext.getCurrentInstance();
        var notices = new ArrayList<Notice>();
        var ids = context.getClientIdsWithMessages();
        while (ids.hasNext()) {
            var id = ids.next();
            for (var message : context.getMessageList(id)) {
                var isRefusal = message.getSeverity() == FacesMessage.SEVERITY_ERROR
                        || message.getSeverity() == FacesMessage.SEVERITY_FATAL;
                if (isRefusal == refusals) {
                    notices.add(new Notice(words(message), id == null ? "" : id, id != null && !id.isEmpty()));
                }
            }
        }
        return notices;
    }
}
