package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.campaign.StepAudience;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Writing pledge texts. A published number never changes; campaigns that are open keep the number with
 * which they opened. Everybody who plans campaigns sees and copies what is published; only those who plan for the agency
 * that keeps a template see its draft and change it. A template that came with the application is kept by the top agency.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.PLAN_CAMPAIGNS)
public class PledgeWriting {
    /** Ends without a full stop: the paper sets one. */
    private static final String BLANK = ".".repeat(40);

    private static final int LONGEST_NOTE = 1000;

    @Inject
    PledgeTexts texts;

    @Inject
    TextLedger ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** Templates by title. @param offset rows to skip */
    public List<PledgeTemplateLine> templates(int offset, int size) {
        return texts.lines(keptByCaller(), offset, size);
    }

    public long count() {
        return texts.count(keptByCaller());
    }

    /** @throws NotFound if there is no such template, or nothing of it that the caller may read */
    public WrittenPledge template(long templateId) {
        var template = texts.template(templateId).orElseThrow(NotFound::new);
        return new WrittenPledge(template, readable(template), template.agency().map(Agency::name), isKept(template));
    }

    /** Drafts are read by those who keep the template. */
    private List<PledgeText> readable(PledgeTemplate template) {
        var kept = isKept(template);
        var readable = texts.of(template).stream()
                .filter(text -> kept || text.publishedAt().isPresent())
                .toList();
        if (readable.isEmpty()) {
            throw new NotFound();
        }
        return readable;
    }

    /** Opens a draft: the one there is, or the next number with the words of the published one. */
    public void edit(long templateId) {
        var template = kept(templateId);
        var newest = newest(template);
        if (newest.publishedAt().isPresent()) {
            draft(template, newest.number() + 1, PledgeDraft.of(newest));
        }
    }

    /**
     * Copies the newest text the caller may read into a template of the caller's own agency, as a draft.
     *
     * @return id of the new template
     */
    public long copy(long templateId) {
        var original = texts.template(templateId).orElseThrow(NotFound::new);
        var agency = texts.agencyAt(caller.scope(Permission.PLAN_CAMPAIGNS).get(0));
        var code = (original.code().length() > 60 ? original.code().substring(0, 60) : original.code())
                + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        var template = texts.add(new PledgeTemplate(code, agency, clock.instant()));
        draft(template, 1, PledgeDraft.of(readable(original).get(0)));
        trail.note("PLEDGE_TEMPLATE_COPIED", "pledge_template", template.id(), Map.of("from", original.code()));
        return template.id();
    }

    private void draft(PledgeTemplate template, int number, PledgeDraft words) {
        var text = texts.add(new PledgeText(template, number, words, clock.instant(), caller.accountId()));
        texts.replaceClauses(text, words.clauses());
    }

    /**
     * Stores the words of the draft.
     *
     * @param seen version of the draft the author saw
     * @throws NotFound if the template is not kept by the caller
     * @throws Refusal as {@link PledgeDraft#check}; CHANGED_MEANWHILE; NOT_A_DRAFT
     */
    public void save(long templateId, int seen, PledgeDraft words) {
        words.check();
        var text = seenDraft(kept(templateId), seen);
        text.reword(words);
        texts.replaceClauses(text, words.clauses());
    }

    /** Throws the draft away; a template that has nothing published goes with it. @return whether the template stays */
    public boolean discard(long templateId, int seen) {
        var template = kept(templateId);
        var text = seenDraft(template, seen);
        texts.remove(text);
        var stays = !texts.of(template).isEmpty();
        if (!stays) {
            texts.remove(template);
        }
        trail.note("PLEDGE_DRAFT_DISCARDED", "pledge_template", templateId, Map.of("number", text.number()));
        return stays;
    }

    /**
     * Publishes the draft and writes it into the ledger: campaigns that open from now on sign it.
     *
     * @param seen version of the draft the author saw
     * @param change null for the first number
     * @param note what changed, for those who read the history
     * @param asksAgain whether open campaigns go over to it and ask those who signed an older number to sign this one;
     *     only for a MAJOR change
     * @throws NotFound if the template is not kept by the caller
     * @throws Refusal NOTHING_CHANGED; CHANGE_UNTOLD; AGAIN_WITHOUT_CHANGE; TEXT_TOO_LONG; CHANGED_MEANWHILE; NOT_A_DRAFT
     */
    public void publish(long templateId, int seen, @Nullable PledgeChange change, String note, boolean asksAgain) {
        var template = kept(templateId);
        var text = seenDraft(template, seen);
        PledgeDraft.of(text).check();
        var told = VietnameseText.clean(note);
        var before = texts.of(template).stream().skip(1).findFirst();
        if (before.isPresent()) {
            if (Arrays.equals(before.get().wordingSha256(), text.wordingSha256())) {
                throw PledgeRefusal.NOTHING_CHANGED.with();
            }
            if (change == null || told.isEmpty()) {
                throw PledgeRefusal.CHANGE_UNTOLD.with(change == null ? "change" : "note");
            }
        }
        if (told.length() > LONGEST_NOTE) {
            throw PledgeRefusal.TEXT_TOO_LONG.with("note", told.length(), LONGEST_NOTE);
        }
        if (asksAgain && (before.isEmpty() || change != PledgeChange.MAJOR)) {
            throw PledgeRefusal.AGAIN_WITHOUT_CHANGE.with("again");
        }
        text.publish(before.isPresent() ? change : null, told, asksAgain, clock.instant(), caller.accountId());
        texts.flush();
        ledger.register(text.id());
        trail.note(
                TextLedger.KIND,
                "pledge_text",
                text.id(),
                Map.of("template", template.code(), "number", text.number(), "asks_again", asksAgain));
    }

    /**
     * A text as an unsealed PDF with a watermark.
     *
     * @throws NotFound if there is no such number that the caller may read
     * @throws Refusal LETTERS_UNPRINTABLE
     */
    public byte[] preview(long templateId, int number, StepAudience audience) {
        var text = template(templateId).texts().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
        var paper = sample(text, audience);
        var unprintable = paper.unprintable();
        if (!unprintable.isEmpty()) {
            throw PledgeRefusal.LETTERS_UNPRINTABLE.with(unprintable);
        }
        return new PledgePreview(paper).bytes();
    }

    /** A text as paper, signed by nobody: what a person of this audience will see. The clauses for everybody come with each. */
    public PledgePaper sample(PledgeText text, StepAudience audience) {
        var clauses = new ArrayList<PledgeContent.Clause>();
        for (var clause : text.clauses()) {
            if (clause.audience() == StepAudience.ALL || clause.audience() == audience) {
                clauses.add(new PledgeContent.Clause(clauses.size() + 1, clause.audience(), clause.wording()));
            }
        }
        var agency = texts.agencyAt(caller.scope(Permission.PLAN_CAMPAIGNS).get(0));
        var wording = new PledgeContent.Wording(
                text.template().code(),
                text.number(),
                "",
                text.title(),
                text.subject(),
                text.opening(),
                List.copyOf(clauses),
                text.closing(),
                text.consent());
        var signer = new PledgeContent.Signer(
                BLANK,
                BLANK,
                "",
                BLANK,
                new PledgeContent.Unit(
                        agency.id(), agency.code().orElse(null), agency.name(), agency.path(), List.of(agency.name())),
                agency.place().orElse(""));
        var round = new PledgeContent.Round(0, "", 1, BLANK, agency.name());
        return new PledgePaper(
                new PledgeContent(round, 0, new PledgeContent.Task(0, ""), wording, signer, List.of(), List.of()),
                clock.instant());
    }

    private PledgeTemplate kept(long templateId) {
        var template = texts.template(templateId).orElseThrow(NotFound::new);
        if (!isKept(template)) {
            throw new NotFound();
        }
        texts.lock(template);
        return template;
    }

    private boolean isKept(PledgeTemplate template) {
        var path = template.agency().map(Agency::path);
        return path.map(found -> caller.may(Permission.PLAN_CAMPAIGNS, found))
                .orElseGet(() -> keptByCaller().top());
    }

    private PledgeTexts.Kept keptByCaller() {
        var scope = caller.scope(Permission.PLAN_CAMPAIGNS);
        return new PledgeTexts.Kept(scope, scope.stream().anyMatch(PledgeWriting::isTop));
    }

    /** Paths name the ids from the top: /1/ */
    static boolean isTop(String path) {
        return path.chars().filter(character -> character == '/').count() == 2;
    }

    private PledgeText newest(PledgeTemplate template) {
        return texts.of(template).stream().findFirst().orElseThrow(NotFound::new);
    }

    private PledgeText seenDraft(PledgeTemplate template, int seen) {
        var text = newest(template);
        if (text.publishedAt().isPresent()) {
            throw PledgeRefusal.NOT_A_DRAFT.with();
        }
        if (text.version() != seen) {
            throw PledgeRefusal.CHANGED_MEANWHILE.with();
        }
        return text;
    }
}
