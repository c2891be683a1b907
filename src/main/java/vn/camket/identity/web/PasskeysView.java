package vn.camket.identity.web;

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
import vn.camket.identity.Passkey;
import vn.camket.identity.PasskeyKeeping;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;

/** The passkeys on the page of one's own account's security. */
@Named
@RequestScoped
public class PasskeysView {
    private static final String ADD = "passkey-add";
    private static final String REMOVE = "passkey-remove";

    @Inject
    PasskeyKeeping keeping;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable Long id;
    private @Nullable String name;
    private @Nullable String sealed;
    private @Nullable String clientData;
    private @Nullable String attestation;
    private List<Passkey> own = List.of();
    private PasskeyKeeping.@Nullable Offer offer;

    /** Whether a form of the page belongs here. */
    static boolean isAct(@Nullable String act) {
        return ADD.equals(act) || REMOVE.equals(act);
    }

    public void open() throws IOException {
        if ("POST".equals(request().getMethod()) && isAct(parameter("act"))) {
            FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
            change();
        }
        own = keeping.own();
        if (isPossible()) {
            offer = keeping.offer();
        }
    }

    private void change() throws IOException {
        var password = parameter("password");
        try {
            if (id != null && REMOVE.equals(parameter("act"))) {
                keeping.remove(id, password);
            } else {
                keeping.add(orEmpty(sealed), orEmpty(name), password, decoded(clientData), decoded(attestation));
            }
            Notices.done(REMOVE.equals(parameter("act")) ? "identity.passkey.removed" : "identity.passkey.done");
            external.redirect(external.getRequestContextPath() + "/identity/security.xhtml");
            FacesContext.getCurrentInstance().responseComplete();
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
        }
    }

    private @Nullable String field(Refusal refusal) {
        if (refusal.reason().name().startsWith("PASSKEY_")) {
            return null;
        }
        return SecondProof.field(refusal, id == null ? "passkey-password" : "remove-" + id);
    }

    private static byte[] decoded(@Nullable String text) {
        try {
            return Base64.getUrlDecoder().decode(orEmpty(text));
        } catch (IllegalArgumentException noBase64) {
            throw new NotFound();
        }
    }

    private HttpServletRequest request() {
        return (HttpServletRequest) external.getRequest();
    }

    private String parameter(String parameter) {
        return orEmpty(request().getParameter(parameter));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public boolean isPossible() {
        return keeping.isPossible();
    }

    public List<Passkey> getOwn() {
        return own;
    }

    /** Whether the form that removes this key was refused: it stays open. */
    public boolean sent(Passkey key) {
        return id != null && id == key.id();
    }

    public PasskeyKeeping.Offer getOffer() {
        if (offer == null) {
            throw new NotFound();
        }
        return offer;
    }

    /** The credentials that need not be made again, parted by blanks. */
    public String getKnown() {
        return String.join(" ", getOffer().known());
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(@Nullable Long id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getSealed() {
        return sealed;
    }

    public void setSealed(@Nullable String sealed) {
        this.sealed = sealed;
    }

    public @Nullable String getClientData() {
        return null;
    }

    public void setClientData(@Nullable String clientData) {
        this.clientData = clientData;
    }

    public @Nullable String getAttestation() {
        return null;
    }

    public void setAttestation(@Nullable String attestation) {
        this.attestation = attestation;
    }
}
