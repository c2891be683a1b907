package vn.camket.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.Step;
import vn.camket.organization.Agency;

/**
 * One page of a list of people with what it belongs to.
 *
 * @param question what was asked, with the agency and campaign that were chosen for it
 * @param whole numbers of the campaign over the subtree
 * @param step the step the list is about; empty for the whole campaign
 * @param total people in the whole list
 * @param page the page shown, from 1
 */
public record PeopleList(
        PeopleQuestion question,
        Agency agency,
        List<Agency> above,
        List<Campaign> campaigns,
        Optional<Campaign> campaign,
        Optional<Step> step,
        Instant at,
        Tally whole,
        long total,
        int page,
        List<PersonRow> rows) {}
