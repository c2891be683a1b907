package vn.camket.pledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A pledge on sheets of paper, from the national title to its closing words: the same for what is signed and for its
 * preview. Form by analogy with Decree 30/2020/NĐ-CP, Appendix I.
 */
record PaperLayout(PledgePaper paper) {
    static final float BODY = 13;

    private static final float INDENT = 10 * PaperSheet.MM;
    private static final float BETWEEN = 6;

    /** Wide, so that the last sheet does not stand nearly empty. */
    private static final float ON_MANY_SHEETS = 1.4f;

    /** Between single spacing and one and a half. */
    private static final List<Float> LEADINGS = List.of(1.3f, 1.25f, 1.2f, PaperSheet.SINGLE);

    /** Everything that is drawn on the sheets. */
    interface Drawing {
        void on(PaperSheet sheet) throws IOException;
    }

    /** The most generous of the permitted distances with which everything stands on one sheet. */
    static float leading(PDDocument document, PaperFaces faces, Drawing drawing) throws IOException {
        for (var leading : LEADINGS) {
            var trial = new PaperSheet(document, faces, leading, true);
            drawing.on(trial);
            if (trial.sheets() == 1) {
                return leading;
            }
        }
        return ON_MANY_SHEETS;
    }

    /** @param below height of what follows and must not stand on a sheet of its own */
    void draw(PaperSheet sheet, float below) throws IOException {
        PaperFile.head(sheet, paper.superior(), paper.agency(), paper.placeAndDay());
        title(sheet);
        body(sheet, below);
    }

    private void title(PaperSheet sheet) throws IOException {
        sheet.centred(sheet.bold, 14, paper.title(), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, paper.subject(), PaperSheet.LEFT, PaperSheet.RIGHT);
        sheet.centred(sheet.bold, 13, paper.round(), PaperSheet.LEFT, PaperSheet.RIGHT);
        var centre = PaperSheet.LEFT + PaperSheet.WIDTH / 2;
        sheet.rule(centre - 40, centre + 40, sheet.y() + 5);
        sheet.skip(9);
        sheet.centred(sheet.regular, BODY, paper.addressees(), PaperSheet.LEFT, PaperSheet.RIGHT);
    }

    private void body(PaperSheet sheet, float below) throws IOException {
        paragraph(sheet, particulars(sheet));
        if (paper.modules().isPresent()) {
            paragraph(sheet, plain(sheet, paper.modules().get()));
        }
        paragraph(sheet, plain(sheet, paper.opening()));
        var promises = promises(sheet);
        for (var index = 0; index < promises.size(); index++) {
            var runs = promises.get(index);
            var last = index == promises.size() - 1;
            sheet.need(BETWEEN + sheet.height(BODY, INDENT, runs) + (last ? ending(sheet, below) : 0));
            paragraph(sheet, runs);
        }
        paragraph(sheet, plain(sheet, paper.closing()));
    }

    /** Clauses, then the personal commitments. */
    private List<List<PaperSheet.Run>> promises(PaperSheet sheet) {
        var promises = new ArrayList<List<PaperSheet.Run>>();
        paper.clauses().forEach(clause -> promises.add(clause(sheet, clause)));
        if (!paper.commitments().isEmpty()) {
            promises.add(plain(sheet, paper.commitmentsOpening()));
            paper.commitments().forEach(one -> promises.add(plain(sheet, one)));
        }
        return promises;
    }

    private List<PaperSheet.Run> particulars(PaperSheet sheet) {
        return List.of(
                new PaperSheet.Run(sheet.regular, paper.iAm()),
                new PaperSheet.Run(sheet.bold, paper.fullName() + "."),
                new PaperSheet.Run(sheet.regular, String.join(" ", paper.particulars())));
    }

    private static List<PaperSheet.Run> clause(PaperSheet sheet, PledgeContent.Clause clause) {
        return plain(sheet, clause.number() + ". " + clause.wording());
    }

    private static List<PaperSheet.Run> plain(PaperSheet sheet, String text) {
        return List.of(new PaperSheet.Run(sheet.regular, text));
    }

    /** Height of what must not stand on a sheet without a promise before it. */
    private float ending(PaperSheet sheet, float below) throws IOException {
        return BETWEEN + sheet.height(BODY, INDENT, plain(sheet, paper.closing())) + below;
    }

    private static void paragraph(PaperSheet sheet, List<PaperSheet.Run> runs) throws IOException {
        sheet.skip(BETWEEN);
        sheet.paragraph(BODY, INDENT, runs);
    }
}
