package vn.camket.pledge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Denied;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeIssuing;
import vn.camket.pledge.PledgeRefusal;

/** Hands out the PDF of a pledge: /pledge/pdf/{code}. */
@WebServlet("/pledge/pdf/*")
public class PdfServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(PdfServlet.class.getName());

    @Inject
    PledgeIssuing issuing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = LookupCode.typed(
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1));
        if (code.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            send(response, code.get(), issuing.pdf(code.get().value()));
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Denied denied) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (Refusal refusal) {
            LOG.log(
                    Level.WARNING,
                    "The PDF of {0} was not handed out",
                    code.get().grouped());
            response.sendRedirect(request.getContextPath() + "/pledge/receipt.xhtml?code="
                    + code.get().value()
                    + (refusal.reason() == PledgeRefusal.PDF_DAMAGED ? "&damaged=true" : "&later=true"));
        }
    }

    private static void send(HttpServletResponse response, LookupCode code, byte[] bytes) throws IOException {
        response.setContentType("application/pdf");
        response.setContentLength(bytes.length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"ban-cam-ket-" + code.value().substring(0, 10) + ".pdf\"");
        response.getOutputStream().write(bytes);
    }
}
