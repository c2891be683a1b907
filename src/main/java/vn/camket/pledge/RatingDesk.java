package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;
import vn.camket.campaign.Campaign;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Authentication;

/** The transactions of rating, apart from the proof of the person. */
@ApplicationScoped
@Transactional
class RatingDesk {
    @Inject
    Threads threads;

    @Inject
    ThreadPeople people;

    @Inject
    Pledges pledges;

    @Inject
    ActingHead head;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    List<ThreadRow> page(ThreadFilter filter, int offset, int size) {
        return people.page(filter, offset, size);
    }

    long count(ThreadFilter filter) {
        return people.count(filter);
    }

    List<Campaign> campaigns() {
        return people.campaigns();
    }

    /** @throws NotFound unless the caller rates whoever signed it */
    PledgeThread open(String code) {
        var signature = threads.signature(code);
        post(signature);
        return threads.of(signature);
    }

    /** @return whether the form was taken before; otherwise it may be taken now */
    boolean prepare(String code, SheetDraft draft) {
        var thread = open(code);
        if (isTaken(thread, draft)) {
            return true;
        }
        check(thread, draft);
        return false;
    }

    void rate(String code, SheetDraft draft, Authentication proof) {
        var signature = threads.signature(code);
        var post = post(signature);
        pledges.lock(List.of(signature.enrolment().id()));
        var thread = threads.of(signature);
        if (isTaken(thread, draft)) {
            return;
        }
        var reason = check(thread, draft);
        var agency = head.agency(post.path());
        var decider = head.decider();
        var at = RecordTime.cut(clock.instant());
        var fields = SheetRecord.fields(
                thread, person(signature, post), pledges.lineage(post), draft, reason, decider, agency, proof, at);
        var unprintable = SheetRecord.unprintable(fields);
        if (!unprintable.isEmpty()) {
            throw PledgeRefusal.LETTERS_UNPRINTABLE.with(unprintable);
        }
        var entry = ledger.write(SheetRecord.KIND, fields);
        var sheet = pledges.add(new ThreadSheet(
                signature,
                thread.sheet().map(ThreadSheet::number).orElse(0) + 1,
                decider.person(),
                agency,
                draft.remark(),
                reason,
                ThreadKeeping.key(thread, draft.requestKey(), "sheet"),
                entry,
                at));
        for (var line : thread.lines()) {
            pledges.add(new SheetGrade(sheet, line.commitment(), ThreadKeeping.of(draft.gradings(), line)));
        }
    }

    private static boolean isTaken(PledgeThread thread, SheetDraft draft) {
        var key = ThreadKeeping.key(thread, draft.requestKey(), "sheet");
        return thread.sheet().filter(sheet -> sheet.requestKey().equals(key)).isPresent();
    }

    /** @return the reason that a further sheet needs; null for the first */
    private static @Nullable String check(PledgeThread thread, SheetDraft draft) {
        if (!thread.isRatable()) {
            throw PledgeRefusal.NOT_RATABLE.with();
        }
        if (!thread.mark().equals(draft.seen())) {
            throw PledgeRefusal.THREAD_CHANGED.with();
        }
        Grading.check(draft.gradings(), thread.commitmentIds());
        Grading.printable("remark", draft.remark(), SheetDraft.LONGEST_REMARK, false);
        return thread.isFrozen() ? Reason.of(draft.reason()) : null;
    }

    private Agency post(Signature signature) {
        return people.agency(signature).stream().findFirst().orElseThrow(NotFound::new);
    }

    private Map<String, Object> person(Signature signature, Agency post) {
        var person = signature.employee();
        return Map.of(
                "employee_code", person.code(),
                "full_name", person.fullName(),
                "position", pledges.position(person),
                "agency", ActingHead.fields(post));
    }
}
