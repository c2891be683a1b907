package vn.camket.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import vn.camket.platform.NotFound;

/** Ids as they stand in the address, on arrival and when a form of the page comes back. */
final class Requested {
    private Requested() {}

    /** @throws NotFound when it is there but no number */
    static OptionalLong maybeId(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        if (value == null || value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!value.matches("\\d{1,18}")) {
            throw new NotFound();
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    /** @throws NotFound when it is missing or no number */
    static long id(HttpServletRequest request, String name) {
        return maybeId(request, name).orElseThrow(NotFound::new);
    }
}
