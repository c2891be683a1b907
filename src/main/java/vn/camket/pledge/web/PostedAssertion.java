package vn.camket.pledge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.Assertion;
import vn.camket.platform.NotFound;
import vn.camket.pledge.PledgeRefusal;

/** What a passkey answered, as the script of the sign page puts it into the form: base64url. */
final class PostedAssertion {
    /** Bytes that are kept of each part, see the table pledge_assertion; what a browser makes is a tenth of it. */
    private static final int CLIENT_DATA = 4096;

    private static final int OTHERS = 1024;

    private PostedAssertion() {}

    /**
     * Empty for a form without one.
     *
     * @throws NotFound if it is there and no base64
     * @throws vn.camket.platform.Refusal ASSERTION_TOO_LONG
     */
    static Optional<Assertion> of(HttpServletRequest request) {
        var signature = request.getParameter("assertion");
        return signature == null || signature.isEmpty()
                ? Optional.empty()
                : Optional.of(new Assertion(
                        decoded(request.getParameter("credential"), OTHERS),
                        decoded(request.getParameter("authenticator-data"), OTHERS),
                        decoded(request.getParameter("client-data"), CLIENT_DATA),
                        decoded(signature, OTHERS)));
    }

    private static byte[] decoded(@Nullable String text, int most) {
        if (text == null) {
            throw new NotFound();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length > most) {
                throw PledgeRefusal.ASSERTION_TOO_LONG.with(bytes.length, most);
            }
            return bytes;
        } catch (IllegalArgumentException noBase64) {
            throw new NotFound();
        }
    }
}
