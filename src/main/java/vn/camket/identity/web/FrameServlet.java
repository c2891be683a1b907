package vn.camket.identity.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.camket.identity.Role;
import vn.camket.identity.SigningIn;
import vn.camket.platform.Settings;
import vn.camket.platform.web.LocalAddress;

/** The small forms of the frame, present on every page and independent of its view: sign out, language, theme, role. */
@WebServlet({"/identity/sign-out", "/identity/prefer", "/identity/work-as"})
public class FrameServlet extends HttpServlet {
    @Inject
    SigningIn signingIn;

    @Inject
    Reader reader;

    @Inject
    Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/identity/sign-out" -> {
                signingIn.signOut(request, response);
                response.sendRedirect(request.getContextPath() + "/identity/sign-in.xhtml");
            }
            case "/identity/work-as" -> {
                workAs(request.getParameter("role"));
                response.sendRedirect(request.getContextPath() + "/");
            }
            default -> {
                prefer(request, response);
                var back = request.getParameter("back");
                response.sendRedirect(request.getContextPath() + LocalAddress.orElse(back == null ? "/" : back, "/"));
            }
        }
    }

    private void workAs(String role) {
        for (var known : Role.values()) {
            if (known.name().equals(role)) {
                signingIn.workAs(known);
            }
        }
    }

    private void prefer(HttpServletRequest request, HttpServletResponse response) {
        var language = "en".equals(orElse(request, "language", reader.getLanguage())) ? "en" : "vi";
        var wished = orElse(request, "theme", reader.getTheme());
        var theme = "light".equals(wished) || "dark".equals(wished) ? wished : "auto";
        if (reader.isSignedIn()) {
            signingIn.prefer(language, theme);
        }
        for (var choice : new String[][] {{"camket-language", language}, {"camket-theme", theme}}) {
            var cookie = new jakarta.servlet.http.Cookie(choice[0], choice[1]);
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(settings.secureCookies());
            cookie.setMaxAge(31_536_000);
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
        }
    }

    private static String orElse(HttpServletRequest request, String name, String otherwise) {
        var value = request.getParameter(name);
        return value == null ? otherwise : value;
    }
}
