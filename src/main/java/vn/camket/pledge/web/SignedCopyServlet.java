package vn.camket.pledge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Denied;
import vn.camket.pledge.CertificateSigning;
import vn.camket.pledge.LookupCode;

/** Hands out the PDF that a person has signed with a certificate: /pledge/signed/{code}. */
@WebServlet("/pledge/signed/*")
public class SignedCopyServlet extends HttpServlet {
    @Inject
    CertificateSigning signing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = LookupCode.typed(
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1));
        try {
            var found = code.orElseThrow(NotFound::new);
            var bytes = signing.file(found.value());
            response.setContentType("application/pdf");
            response.setContentLength(bytes.length);
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename=\"ban-cam-ket-da-ky-so-"
                            + found.value().substring(0, 10) + ".pdf\"");
            response.getOutputStream().write(bytes);
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Denied denied) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (Refusal damaged) {
            response.sendRedirect(request.getContextPath() + "/pledge/receipt.xhtml?code="
                    + code.orElseThrow().value() + "&damaged=true");
        }
    }
}
