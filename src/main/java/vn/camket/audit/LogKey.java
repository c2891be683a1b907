package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The installation's own log key. */
@ApplicationScoped
class LogKey implements LogSigner {
    @Inject
    SigningKeys keys;

    @Override
    public Signed sign(String text) {
        var id = keys.keyId(KeyPurpose.LOG);
        return new Signed(id, keys.sign(KeyPurpose.LOG, LogText.bytes(text)));
    }
}
