package vn.camket.pledge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Denied;
import vn.camket.pledge.PledgeRefusing;

/** Hands out the evidence of a declared refusal: /pledge/refused/{id}. */
@WebServlet("/pledge/refused/*")
public class RefusalEvidenceServlet extends HttpServlet {
    @Inject
    PledgeRefusing refusing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        try {
            if (path == null || !path.matches("/[0-9]{1,15}")) {
                throw new NotFound();
            }
            var evidence = refusing.evidence(Long.parseLong(path.substring(1)));
            response.setContentType("application/json;charset=UTF-8");
            response.setContentLength(evidence.length);
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"tu-choi-ky-" + path.substring(1) + ".json\"");
            response.getOutputStream().write(evidence);
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Denied denied) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
