package vn.camket.pledge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Denied;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeReceipts;

/** Hands out the evidence of a pledge: /pledge/evidence/{code}. */
@WebServlet("/pledge/evidence/*")
public class EvidenceServlet extends HttpServlet {
    @Inject
    PledgeReceipts receipts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = LookupCode.typed(
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1));
        try {
            var found = code.orElseThrow(NotFound::new);
            send(response, found, receipts.evidence(found.value()));
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Denied denied) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    static void send(HttpServletResponse response, LookupCode code, byte[] evidence) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(evidence.length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"bang-chung-" + code.value().substring(0, 10) + ".json\"");
        response.getOutputStream().write(evidence);
    }
}
