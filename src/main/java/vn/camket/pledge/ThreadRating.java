package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.camket.campaign.Campaign;
import vn.camket.identity.SigningIn;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * The head's rating of how people kept their personal commitments: those with a post in the agencies headed and below, never
 * one's own, which the level above rates. It freezes the sheet; a mistake is put right by a further sheet with its reason.
 */
@ApplicationScoped
public class ThreadRating {
    private final Turns turns = new Turns();

    @Inject
    RatingDesk desk;

    @Inject
    SigningIn signingIn;

    /** People in the order of their names. @param offset rows to skip */
    @Requires(Permission.CONFIRM_PLEDGES)
    public List<ThreadRow> page(ThreadFilter filter, int offset, int size) {
        return desk.page(filter, offset, size);
    }

    @Requires(Permission.CONFIRM_PLEDGES)
    public long count(ThreadFilter filter) {
        return desk.count(filter);
    }

    /** Campaigns in which the caller's people may have signed, the latest first. */
    @Requires(Permission.CONFIRM_PLEDGES)
    public List<Campaign> campaigns() {
        return desk.campaigns();
    }

    /** @throws vn.camket.platform.NotFound for a code that is none, or of a pledge that the caller does not rate */
    @Requires(Permission.CONFIRM_PLEDGES)
    public PledgeThread open(String code) {
        return desk.open(code);
    }

    /**
     * Rates and freezes: ledger entry and sheet come to be together or not at all. The same form sent twice, even at once, is
     * taken once.
     *
     * @param password the caller's own, typed again
     * @throws vn.camket.platform.NotFound as {@link #open}
     * @throws vn.camket.platform.Refusal NOT_RATABLE; THREAD_CHANGED if anything was written after the page was opened; the
     *     reasons of {@link Grading#check}; REASON_SHORT, REASON_LONG, REASON_INVISIBLE for a further sheet;
     *     LETTERS_UNPRINTABLE; the reasons of {@link SigningIn#proveAgain}
     */
    @Requires(Permission.CONFIRM_PLEDGES)
    public void rate(String code, SheetDraft draft, String password) {
        turns.in(code.hashCode(), () -> {
            if (!desk.prepare(code, draft)) {
                desk.rate(code, draft, signingIn.proveAgain(password));
            }
            return code;
        });
    }
}
