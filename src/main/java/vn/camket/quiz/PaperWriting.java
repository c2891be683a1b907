package vn.camket.quiz;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Writing quizzes: papers and their questions, for modules of the trainer's agencies and those that came with the
 * application. What is published never changes; an edit goes into the next draft.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.WRITE_MODULES)
public class PaperWriting {
    private static final PaperRules USUAL = new PaperRules(80, 20, null, 0);

    @Inject
    Papers papers;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** Modules with their papers, by title; those whose title has all the words of a search. */
    public List<PaperLine> papers(String search) {
        var words = VietnameseText.words(search);
        return papers.lines(caller.scope(Permission.WRITE_MODULES)).stream()
                .filter(line -> words.stream().allMatch(VietnameseText.fold(line.title())::contains))
                .toList();
    }

    /** @throws NotFound if there is no such module in scope */
    public WrittenPaper paper(long moduleId) {
        var module = module(moduleId);
        var paper = papers.latest(moduleId);
        var questions = paper.map(papers::questions).orElse(List.of());
        var facilities = paper.map(found -> papers.facilities(found, questions)).orElse(Map.of());
        var items = new ArrayList<WrittenPaper.Item>();
        for (var question : questions) {
            items.add(new WrittenPaper.Item(
                    items.size() + 1, question, facilities.getOrDefault(question.id(), new Facility(0, 0))));
        }
        var asked = questions.stream().map(version -> version.question().id()).toList();
        var bank = papers.newest(moduleId).stream()
                .filter(version -> !asked.contains(version.question().id()))
                .toList();
        return new WrittenPaper(
                module,
                paper.orElse(null),
                items,
                bank,
                papers.current(moduleId).isPresent());
    }

    /** Opens a draft: the one there is, or the next number with the questions and rules of the published paper. */
    public void edit(long moduleId) {
        module(moduleId);
        draft(moduleId);
    }

    /** New rules. @param seen version of the draft the author saw @throws Refusal CHANGED_MEANWHILE, PAPER_PUBLISHED */
    public void follow(long moduleId, int seen, PaperRules rules) {
        var draft = seenDraft(moduleId, seen);
        draft.follow(rules);
    }

    /** Puts a question one place up (-1) or down (1); at the end it stays. */
    public void move(long moduleId, long versionId, int by) {
        change(moduleId, ids -> {
            var from = ids.indexOf(versionId);
            var to = from + by;
            if (from >= 0 && to >= 0 && to < ids.size()) {
                ids.add(to, ids.remove(from));
            }
        });
    }

    /** Takes a question out of the draft; it stays in the module's bank. */
    public void remove(long moduleId, long versionId) {
        change(moduleId, ids -> ids.remove((Object) versionId));
    }

    /** Puts a question of the module's bank at the end of the draft. */
    public void add(long moduleId, long versionId) {
        var version = papers.byIds(List.of(versionId)).stream().findFirst().orElseThrow(NotFound::new);
        if (version.question().moduleId() != moduleId) {
            throw new NotFound();
        }
        change(moduleId, ids -> {
            if (!ids.contains(versionId)) {
                ids.add(versionId);
            }
        });
    }

    /**
     * Publishes the draft: learners who begin from now on get it, attempts that are open keep theirs.
     *
     * @param seen version of the draft the author saw
     * @throws Refusal PAPER_EMPTY; QUESTION_UNFIT; CHANGED_MEANWHILE
     */
    public void publish(long moduleId, int seen) {
        var draft = seenDraft(moduleId, seen);
        check(papers.questions(draft));
        draft.publish(clock.instant(), caller.accountId());
        trail.note("PAPER_PUBLISHED", "paper", draft.id(), Map.of("module", moduleId, "number", draft.number()));
    }

    static void check(List<QuestionVersion> questions) {
        if (questions.isEmpty()) {
            throw QuizRefusal.PAPER_EMPTY.with();
        }
        for (var index = 0; index < questions.size(); index++) {
            var question = questions.get(index);
            try {
                QuestionDraft.checkOptions(question.kind(), question.options());
            } catch (Refusal unfit) {
                throw QuizRefusal.QUESTION_UNFIT.with(index + 1);
            }
        }
    }

    /** The newest wording of a question. @throws NotFound if there is none in scope */
    public QuestionVersion question(long questionId) {
        var version = papers.newestOf(questionId).orElseThrow(NotFound::new);
        module(version.question().moduleId());
        return version;
    }

    /** Whether a wording can no longer change because a published paper or an attempt uses it. */
    public boolean isFixed(QuestionVersion version) {
        return papers.isUsed(version.id());
    }

    public QuizModule module(long moduleId) {
        return papers.module(moduleId, caller.scope(Permission.WRITE_MODULES)).orElseThrow(NotFound::new);
    }

    /**
     * Stores a question: a new one goes to the end of the draft; a changed one takes the place of its earlier wording in
     * the draft. A wording that is in use stays as it is and the change becomes its next version.
     *
     * @param questionId null for a new question
     * @param seen number of the wording the author saw; 0 for a new question
     * @throws NotFound if module or question are not in scope
     * @throws Refusal as {@link QuestionDraft}; CHANGED_MEANWHILE
     */
    public void write(long moduleId, @Nullable Long questionId, int seen, QuestionDraft draft) {
        module(moduleId);
        draft.check();
        var paper = draft(moduleId);
        var ids = new ArrayList<>(papers.placements(paper.id()));
        if (questionId == null) {
            var question = papers.add(new Question(moduleId, clock.instant(), caller.accountId()));
            ids.add(papers.add(new QuestionVersion(question, 1, draft, clock.instant()))
                    .id());
            papers.place(paper, ids);
            return;
        }
        var before = papers.newestOf(questionId)
                .filter(version -> version.question().moduleId() == moduleId)
                .orElseThrow(NotFound::new);
        if (before.number() != seen) {
            throw QuizRefusal.CHANGED_MEANWHILE.with();
        }
        if (!papers.isUsed(before.id())) {
            before.reword(draft);
            papers.replaceOptions(before, draft.options());
            return;
        }
        var after = papers.add(new QuestionVersion(before.question(), seen + 1, draft, clock.instant()));
        var place = ids.indexOf(before.id());
        if (place >= 0) {
            ids.set(place, after.id());
            papers.place(paper, ids);
        }
    }

    private interface Change {
        void to(List<Long> ids);
    }

    private void change(long moduleId, Change change) {
        module(moduleId);
        var draft = papers.lockedDraft(moduleId).orElseThrow(QuizRefusal.PAPER_PUBLISHED::with);
        var ids = new ArrayList<>(papers.placements(draft.id()));
        change.to(ids);
        papers.place(draft, ids);
    }

    private Paper seenDraft(long moduleId, int seen) {
        module(moduleId);
        var draft = papers.lockedDraft(moduleId).orElseThrow(QuizRefusal.PAPER_PUBLISHED::with);
        if (draft.version() != seen) {
            throw QuizRefusal.CHANGED_MEANWHILE.with();
        }
        return draft;
    }

    private Paper draft(long moduleId) {
        return papers.lockedDraft(moduleId).orElseGet(() -> {
            var published = papers.current(moduleId);
            var next = papers.add(new Paper(
                    moduleId,
                    published.map(Paper::number).orElse(0) + 1,
                    published.map(Paper::rules).orElse(USUAL),
                    clock.instant(),
                    caller.accountId()));
            published
                    .map(Paper::id)
                    .map(papers::placements)
                    .filter(ids -> !ids.isEmpty())
                    .ifPresent(ids -> papers.place(next, ids));
            return next;
        });
    }
}
