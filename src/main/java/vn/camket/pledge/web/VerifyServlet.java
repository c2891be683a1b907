package vn.camket.pledge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.camket.platform.access.Caller;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeChecking;

/**
 * The short address in QR codes, /verify/{code}: leads to the page that checks. /verify/{code}/proof.json gives what
 * proves it in the ledger.
 */
@WebServlet({"/verify", "/verify/*"})
public class VerifyServlet extends HttpServlet {
    private static final String PROOF = "/proof.json";
    private static final int TOO_MANY = 429;

    @Inject
    PledgeChecking checking;

    @Inject
    CheckRate rate;

    @Inject
    Caller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (code.endsWith(PROOF)) {
            sendProof(response, code.substring(0, code.length() - PROOF.length()));
            return;
        }
        response.sendRedirect(request.getContextPath() + "/pledge/verify.xhtml"
                + (code.isEmpty() ? "" : "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
    }

    private void sendProof(HttpServletResponse response, String code) throws IOException {
        var wait = rate.count(caller.address());
        if (wait > 0) {
            response.setHeader("Retry-After", String.valueOf(wait));
            response.sendError(TOO_MANY);
            return;
        }
        var typed = LookupCode.typed(code);
        var proof = typed.flatMap(checking::proof);
        if (proof.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        EvidenceServlet.send(response, typed.get(), proof.get());
    }
}
