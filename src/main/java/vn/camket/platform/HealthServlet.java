package vn.camket.platform;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What an overseer of processes asks: {@code /health/live}, 200 as long as requests are served at all, and
 * {@code /health/ready}, 503 while the database is away or its schema is not the one of this release. Ready and yet not
 * well (signing refused, say) is 200 with a line for each {@link HealthDetail}. Tells nothing else.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    @Inject
    Schema schema;

    @Inject
    Instance<HealthDetail> details;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var live = request.getServletPath().endsWith("/live");
        var well = live || schema.isCurrent();
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(well ? "UP" : "DOWN");
        if (well && !live) {
            for (var detail : details) {
                for (var line : detail.lines()) {
                    response.getWriter().println(line);
                }
            }
        }
    }
}
