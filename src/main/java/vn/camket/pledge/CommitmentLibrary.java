package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.camket.audit.AuditTrail;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.NotFound;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * The library of personal commitments. Who plans campaigns sees those of the own scope, of the
 * agencies above and of the application, and changes those kept by an agency of the own scope; those of the application are
 * kept by the top agency. What was signed never changes with it.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.PLAN_CAMPAIGNS)
public class CommitmentLibrary {
    @Inject
    CommitmentSources sources;

    @Inject
    PledgeTexts texts;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** In the order in which they were added. @param offset rows to skip */
    public List<CommitmentSource> page(CommitmentFilter filter, int offset, int size) {
        return sources.page(filter, scope(), offset, size);
    }

    public long count(CommitmentFilter filter) {
        return sources.count(filter, scope());
    }

    /** @throws NotFound if there is none in the caller's sight */
    public CommitmentSource source(long id) {
        return sources.source(id, scope()).orElseThrow(NotFound::new);
    }

    /** Whether the caller may change it. */
    public boolean isKept(CommitmentSource source) {
        return source.agency()
                .map(agency -> caller.may(Permission.PLAN_CAMPAIGNS, agency.path()))
                .orElseGet(() -> scope().stream().anyMatch(PledgeWriting::isTop));
    }

    /** Words for the form of one that is there. */
    public CommitmentDraft draft(CommitmentSource source) {
        return source.asDraft();
    }

    /** Words for the form of a new one. */
    public CommitmentDraft blank() {
        return new CommitmentDraft("", StepAudience.ALL, Set.of(), "");
    }

    /**
     * Adds a commitment for the caller's agency. The same words twice give one.
     *
     * @return its id
     * @throws vn.camket.platform.Refusal as {@link CommitmentDraft#check}; COMMITMENT_KNOWN
     */
    public long add(CommitmentDraft draft) {
        draft.check();
        var folded = VietnameseText.fold(draft.wording());
        for (var inactive : new boolean[] {false, true}) {
            sources.page(new CommitmentFilter(draft.wording(), inactive), scope(), 0, 20).stream()
                    .filter(one -> VietnameseText.fold(one.wording()).equals(folded))
                    .findFirst()
                    .ifPresent(one -> {
                        throw PledgeRefusal.COMMITMENT_KNOWN.with("wording");
                    });
        }
        var agency = texts.agencyAt(scope().get(0));
        var code = "ck-" + LookupCode.random().value().substring(0, 10).toLowerCase(java.util.Locale.ROOT);
        var source = sources.add(new CommitmentSource(code, agency, draft, clock.instant()));
        note("COMMITMENT_ADDED", source);
        return source.id();
    }

    /**
     * Rewords it, for those who sign from now on.
     *
     * @param seen version that the form was opened with
     * @throws NotFound if the caller does not keep it
     * @throws vn.camket.platform.Refusal as {@link CommitmentDraft#check}; COMMITMENT_CHANGED
     */
    public void save(long id, int seen, CommitmentDraft draft) {
        draft.check();
        var source = seen(id, seen);
        source.reword(draft);
        note("COMMITMENT_REWORDED", source);
    }

    /** Takes it out of the offer, or back in. @param seen version that the form was opened with */
    public void setActive(long id, int seen, boolean active) {
        var source = seen(id, seen);
        source.setActive(active);
        note(active ? "COMMITMENT_RESUMED" : "COMMITMENT_SET_ASIDE", source);
    }

    private CommitmentSource seen(long id, int seen) {
        var source = source(id);
        if (!isKept(source)) {
            throw new NotFound();
        }
        sources.lock(source);
        if (source.version() != seen) {
            throw PledgeRefusal.COMMITMENT_CHANGED.with();
        }
        return source;
    }

    private void note(String act, CommitmentSource source) {
        trail.note(act, "commitment_source", source.id(), Map.of("code", source.code(), "wording", source.wording()));
    }

    private List<String> scope() {
        return caller.scope(Permission.PLAN_CAMPAIGNS);
    }
}
