package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Caller;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.SentFile;
import vn.camket.pledge.CertificateSignature;
import vn.camket.pledge.CertificateSigning;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeRefusal;
import vn.camket.trust.CheckReport;
import vn.camket.trust.TrustRefusal;

/** Signing one's own pledge with a certificate: how it goes, the upload, what the checks say. The form is a plain one. */
@Named
@RequestScoped
public class CertificateView {
    private static final int MOST = 8 * 1_048_576;

    @Inject
    CertificateSigning signing;

    @Inject
    UploadRate rate;

    @Inject
    Caller caller;

    @Inject
    ExternalContext external;

    private @Nullable String code;
    private @Nullable CertificateSignature state;
    private @Nullable CheckReport refused;
    private long wait;

    public void open() throws IOException {
        var known = LookupCode.typed(code == null ? "" : code).orElseThrow(NotFound::new);
        code = known.value();
        state = signing.own(known.value()).orElse(null);
        var request = (HttpServletRequest) external.getRequest();
        if ("POST".equals(request.getMethod())) {
            take(request, known.value());
        }
    }

    private void take(HttpServletRequest request, String known) throws IOException {
        wait = rate.count(caller.accountId());
        if (wait > 0) {
            external.setResponseStatus(429);
            external.setResponseHeader("Retry-After", String.valueOf(wait));
            return;
        }
        try {
            var file = SentFile.of(request, "file", MOST);
            if (file.length == 0) {
                throw TrustRefusal.FILE_MISSING.with();
            }
            var outcome = signing.take(known, file);
            refused = outcome.report().orElse(null);
            if (refused == null) {
                external.redirect(external.getRequestContextPath() + "/pledge/certificate.xhtml?code=" + known);
                FacesContext.getCurrentInstance().responseComplete();
            } else {
                Notices.refused(refused.refusal().orElseThrow(), "file");
            }
        } catch (Refusal refusal) {
            Notices.refused(refusal, "file");
        }
    }

    public @Nullable CertificateSignature getState() {
        return state;
    }

    /** The report of a file that was refused in this request. */
    public @Nullable CheckReport getRefused() {
        return refused;
    }

    /** What the checks say: of the refused file, else of the one that is kept. */
    public List<CheckReport.Line> getLines() {
        return refused != null ? refused.lines() : state == null ? List.of() : state.lines();
    }

    /** Key of the words for a file that was refused after it had been taken in. */
    public String getLaterRefusal() {
        return Optional.ofNullable(state)
                .flatMap(CertificateSignature::reason)
                .filter(PledgeRefusal.NOT_IN_FORCE.name()::equals)
                .map(reason -> "pledge.refusal." + reason)
                .orElse("pledge.certificate.later-refused.text");
    }

    /** How a tag shows an outcome. */
    public String kind(CheckReport.Line line) {
        return switch (line.outcome()) {
            case PASSED -> "done";
            case OPEN -> "soon";
            case FAILED -> "late";
            case ABSENT, NOT_RUN -> "line";
        };
    }

    public String icon(CheckReport.Line line) {
        return switch (line.outcome()) {
            case PASSED -> "check";
            case OPEN -> "clock";
            case FAILED -> "times-circle";
            case ABSENT, NOT_RUN -> "minus";
        };
    }

    public boolean isTooOften() {
        return wait > 0;
    }

    /** Whether a file may still be sent. */
    public boolean isSendable() {
        return state == null || !state.isAccepted();
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
