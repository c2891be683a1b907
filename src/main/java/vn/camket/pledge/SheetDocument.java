package vn.camket.pledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.audit.Seal;
import vn.camket.platform.web.Format;

/**
 * The sheet of how somebody kept the commitments of a pledge, drawn from its record and from nothing else. Form by analogy
 * with Decree 30/2020/NĐ-CP, Appendix I.
 *
 * @param record canonical bytes
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record SheetDocument(byte[] record, RecordFields fields) {
    private static final float BODY = 13;
    private static final float INDENT = 10 * PaperSheet.MM;
    private static final float LEADING = 1.25f;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    static SheetDocument of(byte[] record) {
        return new SheetDocument(record, new RecordFields(CanonicalRecord.read(record)));
    }

    /** @param proof the file that proves the record in the ledger; @throws vn.camket.platform.Refusal KEY_NOT_VALID */
    Seal.Sealed sealed(byte[] proof, Seal seal) {
        try (var document = new PDDocument()) {
            PaperFile.describe(
                    document, record, text("title") + " – " + name(), text("subject"), RecordTime.read(rated()));
            var sheet = new PaperSheet(document, new PaperFaces(document), LEADING, false);
            draw(sheet);
            sheet.margins((number, of) -> foot(sheet, number, of));
            PaperFile.attach(document, Map.of(PledgeDocument.ATTACHMENT, record, PledgeDocument.PROOF, proof));
            return seal.seal(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String name() {
        return fields.part("person").text("full_name");
    }

    private String rated() {
        return fields.text("rated_at");
    }

    private void draw(PaperSheet sheet) throws IOException {
        var lineage = fields.texts("lineage");
        PaperFile.head(
                sheet,
                lineage.size() < 2 ? "" : lineage.get(lineage.size() - 2).toUpperCase(VIETNAMESE),
                lineage.get(lineage.size() - 1).toUpperCase(VIETNAMESE),
                PledgePaper.placeAndDay(fields.text("place"), RecordTime.read(rated())));
        sheet.centred(sheet.bold, 14, text("title"), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, text("subject"), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, fields.part("campaign").text("cycle_name"), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.skip(9);
        for (var line : particulars()) {
            paragraph(sheet, line);
        }
        var commitments = fields.parts("commitments");
        for (var index = 0; index < commitments.size(); index++) {
            commitment(sheet, index + 1, commitments.get(index));
        }
        if (!fields.text("remark").isEmpty()) {
            paragraph(sheet, text("remark", fields.text("remark")));
        }
        signatures(sheet);
    }

    private List<String> particulars() {
        var person = fields.part("person");
        var lines = new ArrayList<String>();
        lines.add(text("name", person.text("full_name"), person.text("employee_code")));
        lines.add(text(
                person.text("position").isEmpty() ? "post-without-position" : "post",
                person.text("position"),
                person.part("agency").text("name")));
        lines.add(text(
                "pledge",
                Format.dayOf(RecordTime.read(fields.text("signed_at"))),
                fields.part("campaign").text("name"),
                fields.part("campaign").text("owner")));
        if (fields.maybe("reason") != null) {
            lines.add(text("supersedes", String.valueOf(fields.number("sequence")), fields.maybe("reason")));
        }
        return lines;
    }

    private void commitment(PaperSheet sheet, int number, RecordFields one) throws IOException {
        var wording = List.of(new PaperSheet.Run(sheet.bold, number + ". " + one.text("wording")));
        sheet.need(6 + sheet.height(BODY, INDENT, wording) + 3 * BODY * LEADING);
        sheet.skip(6);
        sheet.paragraph(BODY, INDENT, wording);
        paragraph(sheet, text("entries", String.valueOf(one.number("entries"))));
        self(sheet, one, "mid_year", "mid-year", fields.maybe("mid_year_rated_at"));
        self(sheet, one, "year_end", "year-end", fields.maybe("year_end_rated_at"));
        paragraph(sheet, text("head", grade(one.part("head"))));
    }

    /** A mid-year that was not is left out; a year-end without a self-rating is said. */
    private static void self(PaperSheet sheet, RecordFields one, String field, String key, @Nullable String ratedAt)
            throws IOException {
        if (one.fields().get(field) != null && ratedAt != null) {
            paragraph(sheet, text(key, grade(one.part(field)), Format.dayOf(RecordTime.read(ratedAt))));
        } else if ("year_end".equals(field)) {
            paragraph(sheet, text("year-end.none"));
        }
    }

    private static String grade(RecordFields grade) {
        var word = text("grade." + grade.text("grade"));
        var reason = grade.maybe("reason");
        return reason == null ? word : text("grade.reason", word, reason);
    }

    private static void paragraph(PaperSheet sheet, String text) throws IOException {
        sheet.skip(4);
        sheet.paragraph(BODY, INDENT, List.of(new PaperSheet.Run(sheet.regular, text)));
    }

    private void signatures(PaperSheet sheet) throws IOException {
        var middle = PaperSheet.LEFT + PaperSheet.WIDTH * 0.5f;
        sheet.need(7 * BODY * PaperSheet.SINGLE);
        sheet.skip(12);
        var rater = fields.part("rater");
        sheet.centred(sheet.bold, BODY, text("rater"), middle, PaperSheet.RIGHT);
        sheet.centred(sheet.regular, 11, PledgePaper.text("confirmed"), middle, PaperSheet.RIGHT);
        sheet.centred(
                sheet.regular,
                11,
                text(
                        "rated",
                        Format.moment(RecordTime.read(rated())),
                        fields.part("agency").text("name")),
                middle,
                PaperSheet.RIGHT);
        sheet.centred(sheet.bold, BODY, rater.text("full_name"), middle, PaperSheet.RIGHT);
    }

    private void foot(PaperSheet sheet, int number, int of) throws IOException {
        var top = PaperSheet.BOTTOM + 8;
        sheet.rule(PaperSheet.LEFT, PaperSheet.RIGHT, top);
        sheet.line(
                sheet.regular,
                8.5f,
                PledgePaper.text("hash", HexFormat.of().formatHex(Ledger.sha256(record))),
                PaperSheet.LEFT,
                top + 10.5f);
        sheet.line(
                sheet.regular,
                8.5f,
                PledgePaper.text("page", String.valueOf(number), String.valueOf(of)),
                PaperSheet.LEFT,
                top + 21);
    }

    private static String text(String key, @Nullable Object... details) {
        return PledgePaper.text("sheet." + key, details);
    }
}
