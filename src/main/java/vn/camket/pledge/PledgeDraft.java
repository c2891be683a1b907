package vn.camket.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.VietnameseText;

/**
 * The words of a pledge text as an author types them.
 *
 * @param titleEn may be empty
 * @param clauses in the order of the paper: everybody's first, then leaders', then policy makers'
 */
public record PledgeDraft(
        String title,
        String titleEn,
        String subject,
        String opening,
        List<Clause> clauses,
        String closing,
        String consent) {
    static final int MOST_CLAUSES = 30;

    private static final int LONG = 2000;
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]|\\p{Cs}");

    public record Clause(StepAudience audience, String wording) {
        public Clause {
            wording = VietnameseText.clean(wording);
        }
    }

    /** Blanks tidied, clauses without words left out, clauses put into the order of the paper. */
    public PledgeDraft {
        title = VietnameseText.clean(title);
        titleEn = VietnameseText.clean(titleEn);
        subject = VietnameseText.clean(subject);
        opening = VietnameseText.clean(opening);
        closing = VietnameseText.clean(closing);
        consent = VietnameseText.clean(consent);
        var ordered = new ArrayList<Clause>();
        for (var audience : StepAudience.values()) {
            clauses.stream()
                    .filter(clause ->
                            clause.audience() == audience && !clause.wording().isEmpty())
                    .forEach(ordered::add);
        }
        clauses = List.copyOf(ordered);
    }

    static PledgeDraft of(PledgeText text) {
        return new PledgeDraft(
                text.title(),
                text.titleEn().orElse(""),
                text.subject(),
                text.opening(),
                text.clauses().stream()
                        .map(clause -> new Clause(clause.audience(), clause.wording()))
                        .toList(),
                text.closing(),
                text.consent());
    }

    /**
     * Whether it can be stored.
     *
     * @throws vn.camket.platform.Refusal TEXT_MISSING, TEXT_TOO_LONG, TEXT_INVISIBLE: the first detail is the field;
     *     CLAUSES_MISSING without a clause for everybody; CLAUSES_TOO_MANY
     */
    void check() {
        check("title", title, 200, true);
        check("titleEn", titleEn, 200, false);
        check("subject", subject, 300, true);
        check("opening", opening, LONG, true);
        check("closing", closing, LONG, true);
        check("consent", consent, 500, true);
        clauses.forEach(clause -> check("clauses", clause.wording(), LONG, true));
        if (clauses.stream().noneMatch(clause -> clause.audience() == StepAudience.ALL)) {
            throw PledgeRefusal.CLAUSES_MISSING.with("clauses");
        }
        if (clauses.size() > MOST_CLAUSES) {
            throw PledgeRefusal.CLAUSES_TOO_MANY.with("clauses", MOST_CLAUSES);
        }
    }

    /** @throws vn.camket.platform.Refusal TEXT_MISSING, TEXT_TOO_LONG, TEXT_INVISIBLE: the first detail is the field */
    static void check(String field, String text, int longest, boolean required) {
        if (required && text.isEmpty()) {
            throw PledgeRefusal.TEXT_MISSING.with(field);
        }
        if (text.length() > longest) {
            throw PledgeRefusal.TEXT_TOO_LONG.with(field, text.length(), longest);
        }
        if (isInvisible(text)) {
            throw PledgeRefusal.TEXT_INVISIBLE.with(field);
        }
    }

    /** Whether a text of one line holds characters that cannot be seen or printed. */
    static boolean isInvisible(String text) {
        return INVISIBLE.matcher(text).find();
    }
}
