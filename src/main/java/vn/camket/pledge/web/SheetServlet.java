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
import vn.camket.pledge.SheetIssuing;

/** Hands out the sealed sheet of commitments: /pledge/sheet/{id}. */
@WebServlet("/pledge/sheet/*")
public class SheetServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(SheetServlet.class.getName());

    @Inject
    SheetIssuing issuing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (!id.matches("[0-9]{1,18}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            var bytes = issuing.pdf(Long.parseLong(id));
            response.setContentType("application/pdf");
            response.setContentLength(bytes.length);
            response.setHeader("Content-Disposition", "attachment; filename=\"phieu-theo-doi-cam-ket-" + id + ".pdf\"");
            response.getOutputStream().write(bytes);
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Denied denied) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (Refusal refusal) {
            LOG.log(Level.WARNING, "The sheet {0} was not handed out", id);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
