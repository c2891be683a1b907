package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.Ledger;
import vn.camket.campaign.RatingRound;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Following the personal commitments of one's own pledge through the year: what was done for them, and how one rates it.
 * Open until the head has rated the year or the pledge has ended; what was written stays. The same form sent twice, even at
 * once, is written once.
 *
 * <p>Every method throws {@link NotFound} for a code that is none or of someone else's pledge.
 */
@ApplicationScoped
@Transactional
public class ThreadKeeping {
    /** Entries of a pledge with all their corrections. */
    static final int MOST_ENTRIES = 300;

    @Inject
    Threads threads;

    @Inject
    Pledges pledges;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Requires(Permission.TAKE_PART)
    public PledgeThread open(String code) {
        return threads.of(own(code));
    }

    /** The self-ratings that are open and that the caller has not made. */
    @Requires(Permission.TAKE_PART)
    public List<DueRating> due() {
        var today = Vietnam.today(clock);
        var unrated = threads.unrated(caller.employeeId().orElseThrow(NotFound::new));
        var rated = threads.ratings(
                unrated.stream().map(one -> one.enrolment().id()).toList());
        return unrated.stream()
                .flatMap(signature -> {
                    var days = signature.enrolment().campaign().ratingDays();
                    return days
                            .open(today)
                            .filter(round -> rated.stream()
                                    .noneMatch(one -> one.round() == round
                                            && one.enrolment().id()
                                                    == signature.enrolment().id()))
                            .map(round -> new DueRating(
                                    signature.lookupCode().value(),
                                    signature.enrolment().campaign().cycleName(),
                                    round,
                                    Objects.requireNonNull(days.dueOn(round)),
                                    today.isAfter(Objects.requireNonNull(days.dueOn(round)))))
                            .stream();
                })
                .toList();
    }

    /**
     * Notes what was done for a commitment.
     *
     * @param commitmentId of a line of the thread; otherwise NotFound
     * @throws vn.camket.platform.Refusal THREAD_CLOSED, ENTRIES_TOO_MANY and the reasons of {@link EntryDraft#check}
     */
    @Requires(Permission.TAKE_PART)
    public void add(String code, long commitmentId, String requestKey, EntryDraft draft) {
        var thread = locked(code);
        var line = thread.lines().stream()
                .filter(one -> one.id() == commitmentId)
                .findFirst()
                .orElseThrow(NotFound::new);
        var key = key(thread, requestKey, "add", commitmentId, draft.on(), draft.note());
        if (isWritten(thread, key)) {
            return;
        }
        refuseUnlessOpen(thread);
        var day = draft.check(thread.from(), thread.today());
        pledges.add(new ThreadEntry(line.commitment(), day, draft.note(), key, clock.instant()));
    }

    /**
     * Writes an entry anew; what it said before stays beside it.
     *
     * @param entryId of an entry of the thread; otherwise NotFound
     * @throws vn.camket.platform.Refusal as {@link #add}; THREAD_CHANGED if it was corrected or taken back meanwhile
     */
    @Requires(Permission.TAKE_PART)
    public void correct(String code, long entryId, String requestKey, EntryDraft draft) {
        var thread = locked(code);
        var key = key(thread, requestKey, "correct", entryId, draft.on(), draft.note());
        if (isWritten(thread, key)) {
            return;
        }
        refuseUnlessOpen(thread);
        var entry = counting(thread, entryId);
        var day = draft.check(thread.from(), thread.today());
        if (!day.equals(entry.doneOn()) || !draft.note().equals(entry.note())) {
            pledges.add(entry.corrected(day, draft.note(), key, clock.instant()));
        }
    }

    /** Takes an entry back; its words stay in the table. @throws vn.camket.platform.Refusal as {@link #correct} */
    @Requires(Permission.TAKE_PART)
    public void takeBack(String code, long entryId, String requestKey) {
        var thread = locked(code);
        var key = key(thread, requestKey, "take-back", entryId);
        if (isWritten(thread, key)) {
            return;
        }
        refuseUnlessOpen(thread);
        pledges.add(counting(thread, entryId).takenBack(key, clock.instant()));
    }

    /**
     * Rates all commitments.
     *
     * @param seen number of the self-rating that the form was filled from, 0 for none
     * @throws vn.camket.platform.Refusal THREAD_CLOSED; ROUND_CLOSED if another self-rating is open now, or none;
     *     THREAD_CHANGED if it was saved meanwhile; the reasons of {@link Grading#check}
     */
    @Requires(Permission.TAKE_PART)
    public void rate(String code, RatingRound round, int seen, String requestKey, List<Grading> gradings) {
        var thread = locked(code);
        var key = key(thread, requestKey, "rate", round, gradings);
        if (threads.ratingOf(key).isPresent()) {
            return;
        }
        refuseUnlessOpen(thread);
        if (thread.round() != round) {
            throw PledgeRefusal.ROUND_CLOSED.with();
        }
        if (thread.number() != seen) {
            throw PledgeRefusal.THREAD_CHANGED.with();
        }
        Grading.check(gradings, thread.commitmentIds());
        if (!isSame(thread, round, gradings)) {
            var signature = thread.signature();
            var rating = pledges.add(
                    new SelfRating(signature.enrolment(), signature.step(), round, seen + 1, key, clock.instant()));
            for (var line : thread.lines()) {
                pledges.add(new SelfGrade(rating, line.commitment(), of(gradings, line)));
            }
        }
    }

    private static boolean isSame(PledgeThread thread, RatingRound round, List<Grading> gradings) {
        return thread.lines().stream()
                .allMatch(line -> (round == RatingRound.MID_YEAR ? line.midYear() : line.yearEnd())
                        .filter(grade -> of(gradings, line).isSame(grade.grade(), grade.reason()))
                        .isPresent());
    }

    static Grading of(List<Grading> gradings, ThreadLine line) {
        return gradings.stream()
                .filter(one -> one.commitmentId() == line.id())
                .findFirst()
                .orElseThrow();
    }

    private Signature own(String code) {
        var signature = threads.signature(code);
        if (caller.employeeId().filter(id -> id == signature.employee().id()).isEmpty()) {
            throw new NotFound();
        }
        return signature;
    }

    /** As it stands when no other transaction can write into it any more. */
    private PledgeThread locked(String code) {
        var signature = own(code);
        pledges.lock(List.of(signature.enrolment().id()));
        return threads.of(signature);
    }

    private boolean isWritten(PledgeThread thread, String key) {
        var written = entries(thread);
        if (written.stream().anyMatch(entry -> entry.requestKey().equals(key))) {
            return true;
        }
        if (written.size() >= MOST_ENTRIES) {
            throw PledgeRefusal.ENTRIES_TOO_MANY.with(MOST_ENTRIES);
        }
        return false;
    }

    private List<ThreadEntry> entries(PledgeThread thread) {
        return threads.entries(
                thread.signature().enrolment().id(), thread.signature().step().id());
    }

    private ThreadEntry counting(PledgeThread thread, long entryId) {
        if (entries(thread).stream().noneMatch(entry -> entry.id() == entryId)) {
            throw new NotFound();
        }
        return thread.lines().stream()
                .flatMap(line -> line.notes().stream())
                .map(ThreadNote::entry)
                .filter(entry -> entry.id() == entryId)
                .findFirst()
                .orElseThrow(PledgeRefusal.THREAD_CHANGED::with);
    }

    private static void refuseUnlessOpen(PledgeThread thread) {
        if (!thread.isOpen()) {
            throw PledgeRefusal.THREAD_CLOSED.with();
        }
    }

    /** A form's key together with what it says: sent again with other words it is another act. */
    static String key(PledgeThread thread, String requestKey, @Nullable Object... act) {
        var signature = thread.signature();
        var said = Stream.concat(
                        Stream.of(signature.enrolment().id(), signature.step().id(), requestKey), Stream.of(act))
                .map(String::valueOf)
                .map(part -> part.length() + ":" + part)
                .reduce("", String::concat);
        return HexFormat.of().formatHex(Ledger.sha256(said.getBytes(StandardCharsets.UTF_8)));
    }
}
