package vn.camket.report.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.camket.identity.web.Reader;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Denied;
import vn.camket.platform.web.Texts;
import vn.camket.report.PeopleExport;
import vn.camket.report.PeopleReport;

/** The list of people as an Excel file: the whole filter, not the page. Refused before the first byte is sent. */
@WebServlet("/report/people.xlsx")
public class PeopleFile extends HttpServlet {
    @Inject
    PeopleReport report;

    @Inject
    Reader reader;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PeopleExport export;
        try {
            export = report.export(PeopleView.asked(
                    request.getParameter("agency"),
                    request.getParameter("campaign"),
                    request.getParameter("state"),
                    request.getParameter("step"),
                    request.getParameter("q"),
                    request.getParameter("sort")));
        } catch (NotFound absent) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (Denied denied) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", disposition(export));
        write(export, response);
    }

    private void write(PeopleExport export, HttpServletResponse response) throws IOException {
        try (var workbook = new PeopleWorkbook(response.getOutputStream(), export, reader.getLocale())) {
            var rest = export;
            while (!rest.isFinished()) {
                var part = report.next(rest);
                workbook.add(part.rows());
                rest = part.rest();
            }
        }
    }

    /** RFC 6266: an ASCII name for old programs, the Vietnamese one in UTF-8 for all others. */
    private String disposition(PeopleExport export) {
        var name = Texts.text(
                        reader.getLocale(), "report.file.name." + export.state().name()) + " - "
                + export.agency().name() + " - " + Vietnam.day(export.at()) + ".xlsx";
        var plain = VietnameseText.fold(name).replaceAll("[^a-z0-9.]+", "-");
        var full = URLEncoder.encode(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }
}
