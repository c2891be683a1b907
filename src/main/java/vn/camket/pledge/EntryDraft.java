package vn.camket.pledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.web.Format;

/**
 * What somebody did for a commitment, as it was typed.
 *
 * @param on null for no day, or what is none
 * @param note may have several lines
 */
public record EntryDraft(@Nullable LocalDate on, String note) {
    public static final int LONGEST = 2000;

    public EntryDraft {
        note = VietnameseText.nfc(note)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .strip();
    }

    /**
     * @param from first day on which the commitment was kept
     * @return the day
     * @throws vn.camket.platform.Refusal ENTRY_DAY_MISSING, ENTRY_DAY_OUTSIDE; TEXT_MISSING, TEXT_TOO_LONG,
     *     TEXT_INVISIBLE: the first detail is the field
     */
    LocalDate check(LocalDate from, LocalDate today) {
        if (on == null) {
            throw PledgeRefusal.ENTRY_DAY_MISSING.with("day");
        }
        if (on.isBefore(from) || on.isAfter(today)) {
            throw PledgeRefusal.ENTRY_DAY_OUTSIDE.with("day", Format.day(from), Format.day(today));
        }
        PledgeDraft.check("note", note.replace('\n', ' '), LONGEST, true);
        return on;
    }
}
