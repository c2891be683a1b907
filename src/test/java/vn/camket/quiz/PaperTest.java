package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.camket.platform.Refusal;

class PaperTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private static QuestionOption option(int position, String text, boolean correct) {
        return new QuestionOption(position, text, correct);
    }

    private static QuestionDraft draft(QuestionKind kind, QuestionOption... options) {
        return new QuestionDraft(kind, "Câu hỏi?", List.of(options), "Vì thế.", null, Difficulty.EASY);
    }

    private static QuestionVersion question(QuestionDraft draft) {
        return new QuestionVersion(new Question(1, NOW, 1), 1, draft, NOW);
    }

    private static void refuses(QuizRefusal reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                .isEqualTo(reason));
    }

    @Test
    void neverChangesOncePublished() {
        var paper = new Paper(1, 1, new PaperRules(80, 20, 3, 0), NOW, 1);
        paper.publish(NOW, 1);

        refuses(QuizRefusal.PAPER_PUBLISHED, () -> paper.follow(new PaperRules(50, null, null, 0)));
        refuses(QuizRefusal.PAPER_PUBLISHED, () -> paper.publish(NOW, 1));
        assertThat(paper.rules()).isEqualTo(new PaperRules(80, 20, 3, 0));
    }

    @Test
    void hasRulesWithinBounds() {
        assertThatThrownBy(() -> new PaperRules(0, null, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperRules(101, null, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperRules(80, 0, null, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperRules(80, null, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PaperRules(80, null, null, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isPublishedOnlyWithQuestionsThatCanBeAnswered() {
        var good = question(draft(QuestionKind.SINGLE, option(1, "A", false), option(2, "B", true)));
        var keyless = question(draft(QuestionKind.SINGLE, option(1, "A", false), option(2, "B", false)));

        refuses(QuizRefusal.PAPER_EMPTY, () -> PaperWriting.check(List.of()));
        refuses(QuizRefusal.QUESTION_UNFIT, () -> PaperWriting.check(List.of(good, keyless)));
        assertThatCode(() -> PaperWriting.check(List.of(good))).doesNotThrowAnyException();
    }

    @Test
    void refusesQuestionsThatCannotBeAsked() {
        refuses(QuizRefusal.TOO_FEW_OPTIONS, draft(QuestionKind.SINGLE, option(1, "A", true))::check);
        refuses(
                QuizRefusal.TOO_FEW_OPTIONS,
                draft(QuestionKind.TRUE_FALSE, option(1, "A", true), option(2, "B", false), option(3, "C", false))
                        ::check);
        refuses(
                QuizRefusal.OPTION_TWICE,
                draft(QuestionKind.SINGLE, option(1, "A", true), option(2, " A", false))::check);
        refuses(
                QuizRefusal.NO_RIGHT_OPTION,
                draft(QuestionKind.MULTIPLE, option(1, "A", false), option(2, "B", false))::check);
        refuses(
                QuizRefusal.TOO_MANY_RIGHT,
                draft(QuestionKind.SINGLE, option(1, "A", true), option(2, "B", true))::check);
        assertThatCode(draft(QuestionKind.MULTIPLE, option(1, "A", true), option(2, "B", true))::check)
                .doesNotThrowAnyException();
        refuses(
                QuizRefusal.PROMPT_MISSING,
                new QuestionDraft(QuestionKind.SINGLE, "", List.of(), "Vì thế.", null, Difficulty.EASY)::check);
        refuses(
                QuizRefusal.EXPLANATION_MISSING,
                new QuestionDraft(
                        QuestionKind.SINGLE,
                        "Câu hỏi?",
                        List.of(option(1, "A", true), option(2, "B", false)),
                        "",
                        null,
                        Difficulty.EASY)::check);
    }

    @Test
    void tellsHowEasyAQuestionIsFromFiftyAnswersOn() {
        assertThat(new Facility(49, 49).isTelling()).isFalse();
        assertThat(new Facility(50, 25).percent()).isEqualTo(50);
        assertThat(new Facility(50, 49).isSuspect()).isTrue();
        assertThat(new Facility(100, 19).isSuspect()).isTrue();
        assertThat(new Facility(100, 60).isSuspect()).isFalse();
    }
}
