package vn.camket.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditRefusal;
import vn.camket.audit.KeyKeeping;
import vn.camket.audit.KeyPurpose;
import vn.camket.audit.SigningKey;
import vn.camket.audit.SigningKeys;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;

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

    public void open() throws IOException {
        if ("POST".equals(((HttpServletRequest) external.getRequest()).getMethod())) {
            change();
        }
        var all = keys.all();
        current = all.stream().filter(SigningKey::current).toList();
        former = all.stream().filter(key -> !key.current()).toList();
        keeper = keeping.mayKeep();
    }

    private void change() throws IOException {
        var key = keys.key(id == null ? "" : id).orElseThrow(NotFound::new);
        var typed = password == null ? "" : password;
        try {
            if ("leaked".equals(act)) {
                keeping.leaked(key.purpose(), key.id(), reason == null ? "" : reason, typed);
            } else {
                keeping.renew(key.purpose(), key.id(), typed);
            }
            external.redirect(external.getRequestContextPath() + "/audit/keys.xhtml?changed=true");
            FacesContext.getCurrentInstance().responseComplete();
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
        }
    }

    private @Nullable String field(Refusal refusal) {
        if (refusal.reason() == AuditRefusal.REASON_MISSING) {
            return "reason-" + id;
        }
        return refusal.reason() instanceof AuditRefusal ? null : SecondProof.field(refusal, act + "-" + id);
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

    /** The public key as OpenSSL reads it. */
    public String pem(SigningKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.spki())
                + "\n-----END PUBLIC KEY-----";
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

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
