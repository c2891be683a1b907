package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;

/** What is typed about the keeping of commitments: ratings and entries. */
class GradingTest {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void takesAGradeForEachAndAReasonForWhatWasNotFullyMet() {
        Grading.check(
                List.of(
                        new Grading(1, CommitmentGrade.MET, " "),
                        new Grading(2, CommitmentGrade.PARTLY, " Còn  hai việc "),
                        new Grading(3, CommitmentGrade.NOT_MET, "Đi học")),
                List.of(1L, 2L, 3L));

        assertThat(new Grading(2, CommitmentGrade.PARTLY, " Còn  hai việc ").reason())
                .isEqualTo("Còn hai việc");
        refused(PledgeRefusal.GRADE_MISSING, "grade-2", new Grading(1, CommitmentGrade.MET, ""));
        refused(
                PledgeRefusal.GRADE_MISSING,
                "grade-2",
                new Grading(1, CommitmentGrade.MET, ""),
                new Grading(2, null, "x"));
        refused(
                PledgeRefusal.GRADE_REASON_MISSING,
                "reason-2",
                new Grading(1, CommitmentGrade.MET, ""),
                new Grading(2, CommitmentGrade.NOT_MET, "  "));
    }

    @Test
    void takesReasonsThatCanBePrinted() {
        refused(
                PledgeRefusal.TEXT_TOO_LONG,
                "reason-1",
                new Grading(1, CommitmentGrade.MET, "x".repeat(501)),
                new Grading(2, CommitmentGrade.MET, ""));
        for (var words : List.of("vui 😀", "ẩn\u200Bchữ", "字")) {
            refused(
                    PledgeRefusal.TEXT_INVISIBLE,
                    "reason-1",
                    new Grading(1, CommitmentGrade.MET, words),
                    new Grading(2, CommitmentGrade.MET, ""));
        }
    }

    @Test
    void takesNothingThatIsNotOfThePledge() {
        assertThatThrownBy(() -> Grading.check(
                        List.of(new Grading(1, CommitmentGrade.MET, ""), new Grading(9, CommitmentGrade.MET, "")),
                        List.of(1L)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Grading.check(
                        List.of(new Grading(1, CommitmentGrade.MET, ""), new Grading(1, CommitmentGrade.MET, "")),
                        List.of(1L)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anEntryHasADayBetweenSigningAndTodayAndWordsOnAsManyLinesAsItWants() {
        var draft = new EntryDraft(FROM, " Việc một\r\nViệc\thai \r\n");

        assertThat(draft.check(FROM, TODAY)).isEqualTo(FROM);
        assertThat(draft.note()).isEqualTo("Việc một\nViệc hai");
        assertThat(new EntryDraft(TODAY, "x".repeat(2000)).check(FROM, TODAY)).isEqualTo(TODAY);
        refused(PledgeRefusal.ENTRY_DAY_MISSING, "day", () -> new EntryDraft(null, "x").check(FROM, TODAY));
        refused(PledgeRefusal.ENTRY_DAY_OUTSIDE, "day", () -> new EntryDraft(FROM.minusDays(1), "x")
                .check(FROM, TODAY));
        refused(PledgeRefusal.ENTRY_DAY_OUTSIDE, "day", () -> new EntryDraft(TODAY.plusDays(1), "x")
                .check(FROM, TODAY));
        refused(PledgeRefusal.TEXT_MISSING, "note", () -> new EntryDraft(FROM, " \n ").check(FROM, TODAY));
        refused(PledgeRefusal.TEXT_TOO_LONG, "note", () -> new EntryDraft(FROM, "x".repeat(2001)).check(FROM, TODAY));
        refused(PledgeRefusal.TEXT_INVISIBLE, "note", () -> new EntryDraft(FROM, "ẩn\u200Bchữ").check(FROM, TODAY));
    }

    @Test
    void theSameCommitmentSignedAgainIsKnownByItsSourceOrItsWords() {
        assertThat(ThreadLine.key(java.util.Optional.of("c-1"), "Mới"))
                .isEqualTo(ThreadLine.key(java.util.Optional.of("c-1"), "Cũ"));
        assertThat(ThreadLine.key(java.util.Optional.empty(), "Số hóa  hồ sơ"))
                .isEqualTo(ThreadLine.key(java.util.Optional.empty(), "số hoá hồ sơ"))
                .isNotEqualTo(ThreadLine.key(java.util.Optional.empty(), "Số hóa"));
    }

    private static void refused(PledgeRefusal reason, String field, Grading... gradings) {
        refused(reason, field, () -> Grading.check(List.of(gradings), List.of(1L, 2L)));
    }

    private static void refused(
            PledgeRefusal reason, String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.details().get(0)).isEqualTo(field);
        });
    }
}
