package vn.camket.pledge;

import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/**
 * A pledge on the table: its paper as it would be signed now, and what stands in the way.
 *
 * @param offer personal commitments that may be added; the paper has those that were chosen
 * @param choice what was chosen; of a page just opened, what the person promised the last time
 * @param missing earlier steps that concern the person and are not met
 * @param open whether acts of this person count now
 * @param ended what ended the signature before; empty if there was none or it stands
 * @param again why the one that stands is to be signed again; empty if it is not
 * @param signed code of the receipt, once signed
 * @param refused the declared refusal that stands; signing takes it back
 * @param words mark of what is shown, see {@link ShownPaper}
 */
public record PledgeToSign(
        Enrolment enrolment,
        Step step,
        PledgePaper paper,
        CommitmentOffer offer,
        CommitmentChoice choice,
        List<Step> missing,
        boolean open,
        Optional<SignatureEnd> ended,
        Optional<SignAgain> again,
        Optional<LookupCode> signed,
        Optional<RefusedPledge> refused,
        String words) {
    /** Whether it is signed and stands, and nobody asks for another. */
    public boolean isDone() {
        return signed.isPresent() && again.isEmpty();
    }

    public boolean isSignable() {
        return open && missing.isEmpty() && !isDone();
    }
}
