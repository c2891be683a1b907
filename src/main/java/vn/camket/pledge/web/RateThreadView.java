package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.web.Reader;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;
import vn.camket.pledge.CommitmentGrade;
import vn.camket.pledge.Grading;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeThread;
import vn.camket.pledge.SheetDraft;
import vn.camket.pledge.SheetGrade;
import vn.camket.pledge.ThreadLine;
import vn.camket.pledge.ThreadRating;
import vn.camket.pledge.ThreadSheet;

/** The head's rating of one person. Keeps no state: the form is a plain one and carries all. */
@Named
@RequestScoped
public class RateThreadView {
    @Inject
    ThreadRating rating;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable String code;
    private @Nullable String remark;
    private @Nullable String reason;
    private @Nullable String password;
    private @Nullable String again;
    private @Nullable PledgeThread thread;
    private Map<Long, Grading> typed = new HashMap<>();

    public void open() throws IOException {
        if (code == null) {
            throw new NotFound();
        }
        var request = (HttpServletRequest) external.getRequest();
        if ("POST".equals(request.getMethod())) {
            FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
            rate(code, request);
        } else {
            thread = rating.open(code);
        }
    }

    private void rate(String asked, HttpServletRequest request) throws IOException {
        var gradings = PostedGrades.of(request);
        typed = PostedGrades.byId(gradings);
        try {
            rating.rate(
                    asked,
                    new SheetDraft(
                            orEmpty(request.getParameter("key")),
                            orEmpty(request.getParameter("seen")),
                            gradings,
                            orEmpty(remark),
                            orEmpty(reason)),
                    orEmpty(password));
            Notices.done("pledge.rate.done");
            external.redirect(external.getRequestContextPath() + "/pledge/rate.xhtml?code="
                    + LookupCode.typed(asked).orElseThrow(NotFound::new).value());
            FacesContext.getCurrentInstance().responseComplete();
        } catch (Refusal refusal) {
            Notices.refused(refusal, ThreadFields.of(refusal));
            thread = rating.open(asked);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public PledgeThread getThread() {
        if (thread == null) {
            throw new NotFound();
        }
        return thread;
    }

    /** Whether the form is on the page: for the first sheet, and where a further one was asked for. */
    public boolean isRating() {
        return getThread().isRatable() && (!getThread().isFrozen() || "true".equals(again) || !typed.isEmpty());
    }

    public String getFreshKey() {
        return LookupCode.random().value();
    }

    public CommitmentGrade[] getGrades() {
        return CommitmentGrade.values();
    }

    /** Whether this grade is chosen: as typed, or as on the sheet that is to be replaced. The head starts without one. */
    public boolean chosen(ThreadLine one, CommitmentGrade grade) {
        var sent = typed.get(one.id());
        return sent != null
                ? sent.grade() == grade
                : one.head().filter(found -> found.grade() == grade).isPresent();
    }

    public String reason(ThreadLine one) {
        var sent = typed.get(one.id());
        return sent != null
                ? sent.reason()
                : one.head().flatMap(SheetGrade::reason).orElse("");
    }

    /** As typed; otherwise as on the sheet that is to be replaced. Asked for before the thread is read, too. */
    public String getRemark() {
        return remark != null || thread == null
                ? orEmpty(remark)
                : thread.sheet().map(ThreadSheet::remark).orElse("");
    }

    public void setRemark(@Nullable String remark) {
        this.remark = remark;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getAgain() {
        return again;
    }

    public void setAgain(@Nullable String again) {
        this.again = again;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
