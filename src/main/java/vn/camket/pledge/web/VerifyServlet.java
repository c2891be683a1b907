package vn.camket.pledge.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The short address in QR codes, /verify/{code}: leads to the page that checks. */
@WebServlet({"/verify", "/verify/*"})
public class VerifyServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        response.sendRedirect(request.getContextPath() + "/pledge/verify.xhtml"
                + (code.isEmpty() ? "" : "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
    }
}
