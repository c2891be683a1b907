package vn.camket.report.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.camket.platform.Vietnam;
import vn.camket.platform.web.Texts;
import vn.camket.report.PeopleExport;
import vn.camket.report.PersonRow;

/**
 * An Excel workbook of people, written while it is read: never more than a part of it in memory.
 *
 * <p>Every text is written as a text cell. A name or post that begins with = + - @ is then shown as it is; a program
 * takes a cell for a formula only when the file says so, unlike in CSV (OWASP, "CSV Injection").
 */
final class PeopleWorkbook implements AutoCloseable {
    /** Excel ends at 1,048,576 rows; a longer list goes on in another sheet. */
    private static final int ROWS_A_SHEET = 1_000_000;

    private static final int HEAD = 6;
    private static final String DAY = "d/m/yyyy";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm d/M/uuuu");
    private static final List<String> COLUMNS = List.of(
            "number",
            "name",
            "position",
            "agency",
            "standing",
            "step",
            "due",
            "daysLate",
            "started",
            "completed",
            "activity");
    private static final List<Integer> WIDTHS = List.of(6, 28, 28, 40, 18, 40, 12, 12, 12, 12, 12);

    private final Workbook workbook;
    private final PeopleExport export;
    private final Locale locale;
    private int sheets;
    private Worksheet sheet;
    private int row;
    private long number;

    PeopleWorkbook(OutputStream out, PeopleExport export, Locale locale) {
        this.export = export;
        this.locale = locale;
        this.workbook = new Workbook(out, "Camket", "1.0");
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        var begun = workbook.newWorksheet(text("report.file.sheet") + (sheets == 1 ? "" : " " + sheets));
        for (var column = 0; column < WIDTHS.size(); column++) {
            begun.width(column, WIDTHS.get(column));
        }
        begun.freezePane(2, HEAD + 1);
        begun.repeatRows(HEAD);
        begun.paperSize(PaperSize.A4_PAPER);
        begun.pageOrientation("landscape");
        begun.fitToWidth((short) 1);
        begun.fitToHeight((short) 0);
        begun.inlineString(0, 0, text("report.people.title." + export.state().name()));
        begun.style(0, 0).bold().fontSize(14).set();
        begun.inlineString(1, 0, text("report.file.agency", export.agency().name()));
        begun.inlineString(2, 0, text("report.file.campaign", export.campaign().name(locale)));
        begun.inlineString(
                3, 0, text("report.file.at", MOMENT.withZone(Vietnam.ZONE).format(export.at()), export.total()));
        begun.inlineString(4, 0, text("report.file.filter", filter()));
        for (var column = 0; column < COLUMNS.size(); column++) {
            begun.inlineString(HEAD, column, text("report.file.column." + COLUMNS.get(column)));
            begun.style(HEAD, column)
                    .bold()
                    .wrapText(true)
                    .fillColor("FFDCE6F1")
                    .set();
        }
        row = HEAD + 1;
        return begun;
    }

    private String filter() {
        var parts = new ArrayList<String>();
        parts.add(text("enum.PeopleState." + export.state().name()));
        export.step().ifPresent(step -> parts.add(text("report.file.filter.step", step.title(locale))));
        if (!export.search().isEmpty()) {
            parts.add(text("report.file.filter.search", export.search()));
        }
        return String.join("; ", parts);
    }

    void add(List<PersonRow> people) throws IOException {
        for (var person : people) {
            if (row - HEAD > ROWS_A_SHEET) {
                end();
                sheet = begin();
            }
            write(person);
        }
        sheet.flush();
    }

    private void write(PersonRow person) {
        number++;
        sheet.value(row, 0, number);
        sheet.inlineString(row, 1, person.name());
        sheet.inlineString(row, 2, person.position());
        sheet.value(row, 3, person.agencyName());
        sheet.value(row, 4, text("enum.PersonStanding." + person.standing().name()));
        person.step().ifPresent(step -> sheet.value(row, 5, step.title(locale)));
        day(6, Optional.of(person.dueOn()));
        if (person.isLate()) {
            sheet.value(row, 7, person.daysLate());
        }
        day(8, person.startedAt().map(Vietnam::day));
        day(9, person.completedAt().map(Vietnam::day));
        day(10, person.lastActivity().map(Vietnam::day));
        row++;
    }

    private void day(int column, Optional<LocalDate> day) {
        day.ifPresent(value -> {
            sheet.value(row, column, value);
            sheet.style(row, column).format(DAY).set();
        });
    }

    /** The filter arrows need the last row, known only now. */
    private void end() throws IOException {
        sheet.setAutoFilter(HEAD, 0, Math.max(HEAD, row - 1), COLUMNS.size() - 1);
        sheet.finish();
    }

    private String text(String key, Object... details) {
        return Texts.text(locale, key, details);
    }

    @Override
    public void close() throws IOException {
        end();
        workbook.finish();
    }
}
