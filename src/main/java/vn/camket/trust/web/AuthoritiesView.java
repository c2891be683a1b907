package vn.camket.trust.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.SentFile;
import vn.camket.trust.AuthorityCertificate;
import vn.camket.trust.ListSummary;
import vn.camket.trust.TrustKeeping;
import vn.camket.trust.TrustRefusal;
import vn.camket.trust.TrustedCertificate;

/** The list of certification authorities, and its changes. The forms are plain ones. */
@Named
@RequestScoped
public class AuthoritiesView {
    private static final int MOST = 10 * 1_048_576;

    @Inject
    TrustKeeping keeping;

    @Inject
    ExternalContext external;

    private List<TrustedCertificate> listed = List.of();
    private List<TrustedCertificate> former = List.of();
    private java.util.Map<Long, ListSummary> lists = java.util.Map.of();
    private @Nullable AuthorityCertificate looked;
    private @Nullable String act;
    private @Nullable String authority;
    private @Nullable String certificate;
    private @Nullable String reason;
    private @Nullable String password;

    public void open() throws IOException {
        var request = (HttpServletRequest) external.getRequest();
        if ("POST".equals(request.getMethod())) {
            change(request);
        }
        var all = keeping.all();
        listed = all.stream().filter(TrustedCertificate::isListed).toList();
        former = all.stream().filter(row -> !row.isListed()).toList();
        lists = keeping.lists().stream()
                .collect(Collectors.toMap(ListSummary::authorityId, kept -> kept, (first, second) -> second));
    }

    private void change(HttpServletRequest request) throws IOException {
        try {
            switch (act == null ? "" : act) {
                case "look" -> looked = keeping.look(SentFile.of(request, "file", MOST));
                case "add" -> {
                    add();
                    done("added");
                }
                case "remove" -> {
                    keeping.remove(id(), text(reason), text(password));
                    done("removed");
                }
                case "revocations" -> {
                    keeping.addList(SentFile.of(request, "list", MOST));
                    done("revocations");
                }
                default -> throw new NotFound();
            }
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
        }
    }

    private void add() {
        byte[] sent;
        try {
            sent = Base64.getMimeDecoder().decode(text(certificate));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
        looked = keeping.look(sent);
        keeping.add(sent, text(password));
    }

    private void done(String what) throws IOException {
        external.redirect(external.getRequestContextPath() + "/trust/authorities.xhtml?done=" + what);
        FacesContext.getCurrentInstance().responseComplete();
    }

    private @Nullable String field(Refusal refusal) {
        if ("look".equals(act)) {
            return "file";
        }
        if ("revocations".equals(act)) {
            return "list";
        }
        if (refusal.reason() == TrustRefusal.REASON_MISSING) {
            return "reason-" + authority;
        }
        if (refusal.reason() instanceof TrustRefusal) {
            return null;
        }
        return SecondProof.field(refusal, "add".equals(act) ? "password" : "password-" + authority);
    }

    private long id() {
        try {
            return Long.parseLong(text(authority));
        } catch (NumberFormatException malformed) {
            throw new NotFound();
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public List<TrustedCertificate> getListed() {
        return listed;
    }

    public List<TrustedCertificate> getFormer() {
        return former;
    }

    /** The newest list of what an authority has revoked. */
    public @Nullable ListSummary list(TrustedCertificate of) {
        return lists.get(of.id());
    }

    /** The authority in the file that was just sent, to be compared before it is added. */
    public @Nullable AuthorityCertificate getLooked() {
        return looked;
    }

    /** That authority once more, for the form. */
    public String getLookedBytes() {
        return Optional.ofNullable(looked)
                .map(AuthorityCertificate::encoded)
                .map(Base64.getEncoder()::encodeToString)
                .orElse("");
    }

    /** Whether the refused form is that of this authority: it stays open. */
    public boolean sent(TrustedCertificate row) {
        return "remove".equals(act) && String.valueOf(row.id()).equals(authority);
    }

    public @Nullable String getAct() {
        return act;
    }

    public void setAct(@Nullable String act) {
        this.act = act;
    }

    public @Nullable String getAuthority() {
        return authority;
    }

    public void setAuthority(@Nullable String authority) {
        this.authority = authority;
    }

    public @Nullable String getCertificate() {
        return certificate;
    }

    public void setCertificate(@Nullable String certificate) {
        this.certificate = certificate;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
