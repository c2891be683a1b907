package vn.camket.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.Step;
import vn.camket.completion.CompletionFigures;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;
import vn.camket.platform.web.Paging;

/** People of an agency and all below it, person by person, on pages and in files. */
@ApplicationScoped
@Transactional
public class PeopleReport {
    private static final int PART = 1_000;

    @Inject
    Reach reach;

    @Inject
    Figures figures;

    @Inject
    CompletionFigures completion;

    @Inject
    People people;

    @Inject
    Persons persons;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * One page of the people asked for.
     *
     * @param page from 1; one beyond the end is the last
     * @throws NotFound if the agency is outside the caller's scope, or the campaign or step none of its own
     */
    @Requires(Permission.SEE_COMPLETION)
    public PeopleList list(PeopleQuestion question, int page) {
        var agency = reach.agencyOrTop(question.agency());
        var campaigns = figures.campaigns(agency);
        var campaign = reach.campaign(campaigns, question.campaign());
        var above = reach.above(agency);
        if (campaign.isEmpty()) {
            return new PeopleList(
                    question,
                    agency,
                    above,
                    campaigns,
                    campaign,
                    Optional.empty(),
                    clock.instant(),
                    Tally.NONE,
                    0,
                    1,
                    List.of());
        }
        var whole = Tally.of(completion.whole(campaign.get().id(), agency.path()));
        var wanted = wanted(agency, campaign.get(), question, whole.required());
        var total = total(wanted, whole);
        var paging = new Paging(page, total, "");
        return new PeopleList(
                question.in(agency.id(), campaign.get().id()),
                agency,
                above,
                campaigns,
                campaign,
                step(campaign.get(), question.step()),
                clock.instant(),
                whole,
                total,
                paging.page(),
                people.page(wanted, paging.offset(), Paging.SIZE));
    }

    /** Over a wide subtree the counters know how many there are; otherwise the list is counted. */
    private long total(People.Wanted wanted, Tally whole) {
        if (wanted.isWide() && wanted.step() == null) {
            if (wanted.state() == PeopleState.NOT_DONE) {
                return whole.notDone();
            }
            if (wanted.state() == PeopleState.DONE) {
                return whole.done();
            }
        }
        return people.count(wanted);
    }

    /**
     * How far one person is.
     *
     * @throws NotFound if there is no such enrolment in an agency of the caller's scope
     */
    @Requires(Permission.SEE_COMPLETION)
    public PersonReport person(long enrolmentId) {
        var enrolment = persons.enrolment(enrolmentId).orElseThrow(NotFound::new);
        caller.require(Permission.SEE_COMPLETION, enrolment.agency().path());
        var today = Vietnam.today(clock);
        var refused = persons.refused(enrolment);
        return new PersonReport(
                enrolment,
                persons.position(enrolment, today),
                reach.above(enrolment.agency()),
                persons.steps(enrolment, today),
                persons.pledge(enrolment),
                caller.may(Permission.CONFIRM_PLEDGES, enrolment.agency().path())
                        ? refused
                        : refused.map(PersonReport.Refused::withoutReason),
                Optional.ofNullable(people.lastActivity(List.of(enrolmentId)).get(enrolmentId)),
                today);
    }

    /**
     * Begins a file of all people asked for, in order of names, and notes it in the audit trail: names leave the
     * system here.
     *
     * @throws NotFound as for {@link #list}, and when there is no campaign
     */
    @Requires(Permission.SEE_COMPLETION)
    public PeopleExport export(PeopleQuestion question) {
        var agency = reach.agencyOrTop(question.agency());
        var campaign =
                reach.campaign(figures.campaigns(agency), question.campaign()).orElseThrow(NotFound::new);
        var wanted = wanted(
                agency,
                campaign,
                question,
                completion.whole(campaign.id(), agency.path()).required());
        var total = people.count(wanted);
        trail.note(
                "EXPORTED",
                "agency",
                agency.id(),
                Map.of("campaign", campaign.id(), "filter", question.parameters(), "rows", total));
        return new PeopleExport(
                agency,
                campaign,
                question.state(),
                step(campaign, question.step()),
                VietnameseText.clean(question.search()),
                clock.instant(),
                total,
                wanted,
                Optional.of(People.Mark.START));
    }

    /** The next thousand rows of a file. Each part is a transaction of its own: a long file holds no connection. */
    @Requires(Permission.SEE_COMPLETION)
    public PeopleExport.Part next(PeopleExport export) {
        var mark = export.mark().orElseThrow();
        caller.require(Permission.SEE_COMPLETION, export.agency().path());
        var part = people.part(export.wanted(), mark, PART);
        return new PeopleExport.Part(part.rows(), export.at(part.next()));
    }

    private People.Wanted wanted(Agency agency, Campaign campaign, PeopleQuestion question, long required) {
        step(campaign, question.step());
        return new People.Wanted(
                agency,
                campaign,
                question.state(),
                question.step(),
                People.words(question.search()),
                question.sort(),
                required,
                Vietnam.today(clock));
    }

    private static Optional<Step> step(Campaign campaign, @Nullable Long id) {
        return id == null
                ? Optional.empty()
                : Optional.of(campaign.steps().stream()
                        .filter(step -> step.id() == id)
                        .findFirst()
                        .orElseThrow(NotFound::new));
    }
}
