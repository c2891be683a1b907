package vn.camket.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import vn.camket.platform.access.SecondProof;

/**
 * The code that came with this request. It goes from the one field of the one tag to the one place that checks it, so that
 * no act and no page between them has to know of it.
 */
@RequestScoped
class TypedCode {
    private static final int LONGEST = 40;

    @Inject
    HttpServletRequest request;

    /** Empty when none was typed. */
    String value() {
        var typed = request.getParameter(SecondProof.CODE);
        return typed == null || typed.length() > LONGEST ? "" : typed.strip();
    }
}
