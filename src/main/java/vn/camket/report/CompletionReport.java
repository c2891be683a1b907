package vn.camket.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Achievements;
import vn.camket.campaign.Campaign;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Enrolments;
import vn.camket.completion.CompletionFigures;
import vn.camket.organization.Agency;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** How far an agency and all below it are; what a head has to do today. */
@ApplicationScoped
@Transactional
public class CompletionReport {
    private static final int FIRST_PEOPLE = 20;
    private static final int MOST_WEEKS = 60;

    @Inject
    Reach reach;

    @Inject
    Figures figures;

    @Inject
    People people;

    @Inject
    CompletionFigures completion;

    @Inject
    Enrolments enrolments;

    @Inject
    Achievements achievements;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /**
     * Figures of an agency's whole subtree.
     *
     * @param agencyId null for the widest agency the caller sees
     * @param campaignId null for the latest campaign that is not closed
     * @throws vn.camket.platform.NotFound if the agency is outside the caller's scope, or the campaign none of its own
     */
    @Requires(Permission.SEE_COMPLETION)
    public Overview overview(@Nullable Long agencyId, @Nullable Long campaignId) {
        return overview(reach.agencyOrTop(agencyId), campaignId);
    }

    /**
     * What a head sees first.
     *
     * @param agencyId null for the widest agency the caller heads, or sees when heading none
     * @throws vn.camket.platform.NotFound as for {@link #overview}
     */
    @Requires(Permission.SEE_COMPLETION)
    public Today today(@Nullable Long agencyId, @Nullable Long campaignId) {
        var overview = overview(agencyId == null ? headedOrTop() : reach.agency(agencyId), campaignId);
        var own = ownEnrolments();
        var confirms = caller.may(Permission.CONFIRM_PLEDGES, overview.agency().path());
        return new Today(
                overview,
                !own.isEmpty(),
                next(own),
                confirms
                        ? figures.unconfirmed(
                                overview.agency(),
                                overview.whole().required(),
                                caller.employeeId().orElse(0L))
                        : 0,
                confirms,
                overview.campaign().map(campaign -> notDone(overview, campaign)).orElse(List.of()));
    }

    /** Heads and acting heads today, by agency id; of agencies that stand in an overview the caller has been given. */
    @Requires(Permission.SEE_COMPLETION)
    public Map<Long, String> heads(Collection<Long> agencyIds) {
        return figures.heads(agencyIds, Vietnam.today(clock));
    }

    private Overview overview(Agency agency, @Nullable Long campaignId) {
        var campaigns = figures.campaigns(agency);
        var campaign = reach.campaign(campaigns, campaignId);
        var above = reach.above(agency);
        var today = Vietnam.today(clock);
        var rows = campaign.map(chosen -> figures.rows(agency, chosen, today)).orElse(List.of());
        var whole = rows.stream().map(AgencyRow::whole).reduce(Tally.NONE, Tally::plus);
        return new Overview(
                agency,
                reach.places(),
                above,
                campaigns,
                campaign,
                clock.instant(),
                whole,
                rows.stream().mapToLong(AgencyRow::overdue).sum(),
                campaign.map(chosen -> figures.refused(agency, chosen)).orElse(0L),
                campaign.map(chosen -> steps(chosen, rows)).orElse(List.of()),
                rows,
                campaign.filter(chosen -> whole.required() > 0).map(chosen -> trend(agency, chosen, whole, today)),
                campaign.filter(chosen -> !above.isEmpty()).map(chosen -> level(above.get(above.size() - 1), chosen)));
    }

    private Agency headedOrTop() {
        var today = Vietnam.today(clock);
        return caller.employeeId()
                .flatMap(employee -> figures.headed(employee, today).stream().findFirst())
                .orElseGet(() -> reach.agencyOrTop(null));
    }

    private List<Enrolment> ownEnrolments() {
        return caller.employeeId().isEmpty() ? List.of() : enrolments.ownOpen();
    }

    /** The first step not met in the first of these enrolments that has one; the exempt and suspended owe nothing. */
    private Optional<Today.Own> next(List<Enrolment> own) {
        return own.stream()
                .filter(enrolment -> enrolment.state() == Enrolment.State.ACTIVE
                        && enrolment.completedAt().isEmpty())
                .flatMap(enrolment -> {
                    var met = achievements.metSteps(enrolment.id());
                    return enrolment.campaign().steps().stream()
                            .filter(step -> step.concerns(enrolment) && !met.contains(step.id()))
                            .limit(1)
                            .map(step -> new Today.Own(enrolment, step));
                })
                .findFirst();
    }

    private List<PersonRow> notDone(Overview overview, Campaign campaign) {
        var wanted = new People.Wanted(
                overview.agency(),
                campaign,
                PeopleState.NOT_DONE,
                null,
                List.of(),
                overview.overdue() > 0 && !People.isWide(overview.whole().notDone()) ? PeopleSort.DUE : PeopleSort.NAME,
                overview.whole().required(),
                Vietnam.today(clock));
        return people.page(wanted, 0, FIRST_PEOPLE);
    }

    private static List<StepTally> steps(Campaign campaign, List<AgencyRow> rows) {
        return campaign.steps().stream()
                .map(step -> new StepTally(
                        step, rows.stream().map(row -> row.step(step.id())).reduce(Tally.NONE, Tally::plus)))
                .toList();
    }

    /** Weekly counts from before the opening; the last point is the number shown beside it. */
    private Trend trend(Agency agency, Campaign campaign, Tally whole, LocalDate today) {
        var weeks = ChronoUnit.WEEKS.between(campaign.opensOn(), today) + 2;
        var doneByDay = new TreeMap<LocalDate, Long>();
        completion
                .trend(campaign.id(), agency.path(), today, (int) Math.max(2, Math.min(weeks, MOST_WEEKS)))
                .forEach(day -> doneByDay.put(day.day(), day.done()));
        doneByDay.put(today, whole.done());
        return Trend.of(doneByDay, whole.required(), campaign.opensOn(), campaign.closesOn(), today);
    }

    private Overview.Level level(Agency above, Campaign campaign) {
        return new Overview.Level(above, Tally.of(completion.whole(campaign.id(), above.path())));
    }
}
