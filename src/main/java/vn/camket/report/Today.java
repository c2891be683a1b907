package vn.camket.report;

import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Step;

/**
 * The three things of a head's day beside the figures: one's own part first, pledges to confirm, people to call.
 *
 * @param enrolled whether the caller takes part in a running campaign at all
 * @param own the caller's first step not yet met; empty when all is done
 * @param waiting signed pledges of the agency and below without a confirmation
 * @param people the first page of those not done
 */
public record Today(
        Overview overview,
        boolean enrolled,
        Optional<Own> own,
        long waiting,
        boolean confirms,
        List<PersonRow> people) {

    public record Own(Enrolment enrolment, Step step) {}
}
