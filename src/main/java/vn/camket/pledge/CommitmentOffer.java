package vn.camket.pledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.camket.campaign.CommitmentRule;
import vn.camket.platform.VietnameseText;

/**
 * What a person may promise beside the text: commitments of the library that fit the post, and own words.
 *
 * @param offered in the order of the page
 */
public record CommitmentOffer(CommitmentRule rule, List<OfferedCommitment> offered) {
    public static final int MOST_PICKED = 5;
    public static final int MOST_OWN = 3;

    /** Whether the step asks for any. */
    public boolean isAsked() {
        return rule != CommitmentRule.NONE;
    }

    /**
     * The commitments that a choice means: those picked in the order of the page, then the own ones; none twice.
     *
     * @throws vn.camket.platform.Refusal COMMITMENTS_TOO_MANY; COMMITMENT_GONE; TEXT_TOO_LONG, TEXT_INVISIBLE, the first
     *     detail being the field ({@code own-1}); COMMITMENTS_MISSING where one is required
     */
    List<PledgeContent.Commitment> commitments(CommitmentChoice choice) {
        if (!isAsked()) {
            return List.of();
        }
        if (choice.picked().size() > MOST_PICKED || choice.own().size() > MOST_OWN) {
            throw PledgeRefusal.COMMITMENTS_TOO_MANY.with(MOST_PICKED, MOST_OWN);
        }
        var known = offered.stream().map(OfferedCommitment::id).toList();
        if (!known.containsAll(choice.picked())) {
            throw PledgeRefusal.COMMITMENT_GONE.with();
        }
        for (var index = 0; index < choice.own().size(); index++) {
            var field = "own-" + (index + 1);
            PledgeDraft.check(field, choice.own().get(index), CommitmentDraft.LONGEST, true);
            if (!PaperFaces.unprintable(choice.own().get(index)).isEmpty()) {
                throw PledgeRefusal.TEXT_INVISIBLE.with(field);
            }
        }
        var commitments = possible(choice);
        if (rule == CommitmentRule.REQUIRED && commitments.isEmpty()) {
            throw PledgeRefusal.COMMITMENTS_MISSING.with();
        }
        return commitments;
    }

    /** The same without a refusal, for showing a paper: what cannot stand in it is left out. */
    List<PledgeContent.Commitment> possible(CommitmentChoice choice) {
        var commitments = new ArrayList<PledgeContent.Commitment>();
        if (isAsked()) {
            offered.stream()
                    .filter(one -> choice.picked().contains(one.id()))
                    .limit(MOST_PICKED)
                    .forEach(one -> add(commitments, new PledgeContent.Commitment(one.code(), one.wording())));
            choice.own().stream()
                    .filter(own -> own.length() <= CommitmentDraft.LONGEST && !PledgeDraft.isInvisible(own))
                    .limit(MOST_OWN)
                    .forEach(own -> add(commitments, new PledgeContent.Commitment(null, own)));
        }
        return List.copyOf(commitments);
    }

    /** With these of the library before all others. @param codes of what was not fully kept */
    CommitmentOffer first(Set<String> codes) {
        var ordered = new ArrayList<OfferedCommitment>();
        offered.stream()
                .filter(one -> codes.contains(one.code()))
                .forEach(one ->
                        ordered.add(new OfferedCommitment(one.id(), one.code(), one.wording(), CommitmentGroup.UNMET)));
        offered.stream().filter(one -> !codes.contains(one.code())).forEach(ordered::add);
        return new CommitmentOffer(rule, List.copyOf(ordered));
    }

    /** The same commitments once more: picked where they are still offered, in own words where they are not. */
    CommitmentChoice again(List<PledgeContent.Commitment> earlier) {
        var picked = new ArrayList<Long>();
        var own = new ArrayList<String>();
        for (var one : isAsked() ? earlier : List.<PledgeContent.Commitment>of()) {
            offered.stream()
                    .filter(offer -> offer.code().equals(one.source()))
                    .findFirst()
                    .ifPresentOrElse(offer -> picked.add(offer.id()), () -> own.add(one.wording()));
        }
        return new CommitmentChoice(picked, own.stream().limit(MOST_OWN).toList());
    }

    private static void add(List<PledgeContent.Commitment> commitments, PledgeContent.Commitment one) {
        var folded = VietnameseText.fold(one.wording());
        if (commitments.stream()
                .noneMatch(other -> VietnameseText.fold(other.wording()).equals(folded))) {
            commitments.add(one);
        }
    }
}
