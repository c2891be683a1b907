package vn.camket.pledge.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.Denied;
import vn.camket.pledge.PledgeWriting;

/** Hands out the preview of a pledge text: /pledge/write/preview.pdf?template&number&audience. */
@WebServlet("/pledge/write/preview.pdf")
public class PreviewServlet extends HttpServlet {
    @Inject
    PledgeWriting writing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var bytes =
                    writing.preview(number(request, "template"), (int) number(request, "number"), audience(request));
            response.setContentType("application/pdf");
            response.setContentLength(bytes.length);
            response.setHeader("Content-Disposition", "attachment; filename=\"ban-xem-truoc.pdf\"");
            response.getOutputStream().write(bytes);
        } catch (NotFound notFound) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (Denied denied) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } catch (Refusal refusal) {
            response.sendRedirect(request.getContextPath() + "/pledge/write/text.xhtml?template="
                    + number(request, "template") + "&number=" + number(request, "number") + "&audience="
                    + audience(request) + "&unprintable=true");
        }
    }

    private static long number(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .orElseThrow(NotFound::new);
    }

    private static StepAudience audience(HttpServletRequest request) {
        return Arrays.stream(StepAudience.values())
                .filter(one -> one.name().equals(request.getParameter("audience")))
                .findFirst()
                .orElse(StepAudience.ALL);
    }
}
