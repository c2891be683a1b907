package vn.camket.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Base64;
import java.util.Map;
import vn.camket.identity.Assertion;
import vn.camket.identity.Passkey;

/**
 * What the signer's passkey signed: the leaf hash of the pledge's record, as the challenge. Nobody without the device could
 * have made it. Inserted with its signature, never changed.
 */
@Entity
@Table(name = "pledge_assertion")
class PledgeAssertion {
    @Id
    @Column(name = "signature_id")
    private long signatureId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "passkey_id")
    private Passkey passkey;

    @Column(name = "authenticator_data")
    private byte[] authenticatorData;

    @Column(name = "client_data")
    private byte[] clientData;

    private byte[] assertion;

    @SuppressWarnings("NullAway.Init")
    protected PledgeAssertion() {}

    PledgeAssertion(Signature signature, Passkey passkey, Assertion made) {
        this.signatureId = signature.id();
        this.passkey = passkey;
        this.authenticatorData = made.authenticatorData().clone();
        this.clientData = made.clientData().clone();
        this.assertion = made.signature().clone();
    }

    Passkey passkey() {
        return passkey;
    }

    long signatureId() {
        return signatureId;
    }

    /** As it stands in the evidence file: base64, but for the credential, which is base64url as browsers write it. */
    Map<String, Object> fields() {
        var base64 = Base64.getEncoder();
        return Map.of(
                "credential", passkey.credential(),
                "spki", base64.encodeToString(passkey.spki()),
                "authenticator_data", base64.encodeToString(authenticatorData),
                "client_data", base64.encodeToString(clientData),
                "signature", base64.encodeToString(assertion));
    }
}
