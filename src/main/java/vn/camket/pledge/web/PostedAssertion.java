package vn.camket.pledge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Optional;
import vn.camket.identity.Assertion;
import vn.camket.platform.NotFound;

/** What a passkey answered, as the script of the sign page puts it into the form: base64url. */
final class PostedAssertion {
    private static final int LONGEST = 8000;

    private PostedAssertion() {}

    /** Empty for a form without one. @throws NotFound if it is there and no base64 */
    static Optional<Assertion> of(HttpServletRequest request) {
        var signature = request.getParameter("assertion");
        return signature == null || signature.isEmpty()
                ? Optional.empty()
                : Optional.of(new Assertion(
                        decoded(request.getParameter("credential")),
                        decoded(request.getParameter("authenticator-data")),
                        decoded(request.getParameter("client-data")),
                        decoded(signature)));
    }

    private static byte[] decoded(String text) {
        if (text == null || text.length() > LONGEST) {
            throw new NotFound();
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new NotFound();
        }
    }
}
