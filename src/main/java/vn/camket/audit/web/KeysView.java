package vn.camket.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditRefusal;
import vn.camket.audit.CertificateName;
import vn.camket.audit.KeyKeeping;
import vn.camket.audit.KeyPurpose;
import vn.camket.audit.SigningKey;
import vn.camket.audit.SigningKeys;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;
import vn.camket.platform.web.SentFile;

/** The public page of the keys; whoever keeps them renews them here. The forms are plain ones. */
@Named
@RequestScoped
public class KeysView {
    @Inject
    SigningKeys keys;

    @Inject
    KeyKeeping keeping;

    @Inject
    ExternalContext external;

    private List<SigningKey> current = List.of();
    private List<SigningKey> former = List.of();
    private boolean keeper;
    private @Nullable String act;
    private @Nullable String id;
    private @Nullable String reason;
    private @Nullable String password;
    private @Nullable String common;
    private @Nullable String organization;
    private @Nullable String place;
    private @Nullable String certificates;

    public void open() throws IOException {
        var request = (HttpServletRequest) external.getRequest();
        if ("POST".equals(request.getMethod())) {
            change(request);
        }
        var all = keys.all();
        current = all.stream().filter(SigningKey::current).toList();
        former = all.stream().filter(key -> !key.current()).toList();
        keeper = keeping.mayKeep();
    }

    private void change(HttpServletRequest request) throws IOException {
        var key = keys.key(text(id)).orElseThrow(NotFound::new);
        try {
            switch (text(act)) {
                case "renew" -> {
                    keeping.renew(key.purpose(), key.id(), text(password));
                    done("changed");
                }
                case "leaked" -> {
                    keeping.leaked(key.purpose(), key.id(), text(reason), text(password));
                    done("changed");
                }
                case "request" -> {
                    var name = new CertificateName(text(common), text(organization), text(place));
                    send(key, keeping.request(key.purpose(), key.id(), name));
                }
                case "certify" -> {
                    keeping.certify(key.purpose(), key.id(), handedIn(request), text(password));
                    done("certified");
                }
                default -> throw new NotFound();
            }
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
        }
    }

    /** The chosen file; without one, what was pasted. */
    private byte[] handedIn(HttpServletRequest request) throws IOException {
        var file = SentFile.of(request, "file", KeyKeeping.LONGEST_CHAIN);
        return file.length > 0 ? file : text(certificates).getBytes(StandardCharsets.UTF_8);
    }

    private void send(SigningKey key, String request) throws IOException {
        external.setResponseContentType("application/pkcs10");
        external.setResponseHeader(
                "Content-Disposition",
                "attachment; filename=\"camket-" + key.purpose().name().toLowerCase(Locale.ROOT) + "-"
                        + key.id().substring(0, 8) + ".csr\"");
        external.getResponseOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        FacesContext.getCurrentInstance().responseComplete();
    }

    private void done(String what) throws IOException {
        external.redirect(external.getRequestContextPath() + "/audit/keys.xhtml?done=" + what);
        FacesContext.getCurrentInstance().responseComplete();
    }

    private @Nullable String field(Refusal refusal) {
        if (!(refusal.reason() instanceof AuditRefusal reason)) {
            return SecondProof.field(refusal, act + "-" + id);
        }
        return switch (reason) {
            case REASON_MISSING -> "reason-" + id;
            case NAME_MISSING, NAME_TOO_LONG -> "common-" + id;
            case ORGANIZATION_MISSING -> "organization-" + id;
            default ->
                "certify".equals(act) && reason != AuditRefusal.KEYS_CHANGED_MEANWHILE ? "certificates-" + id : null;
        };
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public List<SigningKey> getCurrent() {
        return current;
    }

    public List<SigningKey> getFormer() {
        return former;
    }

    public boolean isKeeper() {
        return keeper;
    }

    /** Whether a refused form is shown again: it stays open. */
    public boolean sent(SigningKey key, String which) {
        return key.id().equals(id) && which.equals(act);
    }

    public boolean changeable(SigningKey key) {
        return keeper && key.purpose() != KeyPurpose.AUTHORITY;
    }

    /** The key before this one, if its certificate by another authority went with it. */
    public @Nullable SigningKey lost(SigningKey key) {
        return former.stream()
                .filter(before -> before.purpose() == key.purpose())
                .findFirst()
                .filter(before -> before.certified() && !key.certified())
                .orElse(null);
    }

    /** The day on which the application replaces a key by itself. */
    public Instant renewal(SigningKey key) {
        return keeping.renewal(key);
    }

    public @Nullable String getAct() {
        return act;
    }

    public void setAct(@Nullable String act) {
        this.act = act;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getCommon() {
        return common;
    }

    public void setCommon(@Nullable String common) {
        this.common = common;
    }

    public @Nullable String getOrganization() {
        return organization;
    }

    public void setOrganization(@Nullable String organization) {
        this.organization = organization;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public @Nullable String getCertificates() {
        return certificates;
    }

    public void setCertificates(@Nullable String certificates) {
        this.certificates = certificates;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
