package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.camket.pledge.CertificateSignature;
import vn.camket.pledge.CertificateSigning;
import vn.camket.pledge.LookupCode;

/** What receipt and public check say about a signature with a certificate. */
@Named
@RequestScoped
public class CertificateMarkView {
    @Inject
    CertificateSigning signing;

    private @Nullable CertificateSignature found;

    /** For whoever sees the receipt. @param code of the pledge; null or unknown for none */
    public void openReceipt(@Nullable String code) {
        found = code == null ? null : signing.of(code).orElse(null);
    }

    /** For everybody. @param code of a pledge that was found; null for none */
    public void openPublic(@Nullable LookupCode code) {
        found = code == null ? null : signing.accepted(code).orElse(null);
    }

    public @Nullable CertificateSignature getFound() {
        return found;
    }
}
