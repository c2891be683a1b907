package vn.camket.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.organization.Agency;
import vn.camket.organization.PersonClass;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Plans campaigns of agencies in the caller's scope, closes them, puts their days off. What was
 * opened is frozen; opening itself is {@link CampaignOpening}. Every act goes into the audit trail.
 *
 * <p>Every method throws {@link NotFound} for a campaign outside the scope, and FROZEN or CHANGED_MEANWHILE where it
 * would change what is no longer, or no longer as, it was read.
 */
@ApplicationScoped
@Transactional
@Requires(Permission.PLAN_CAMPAIGNS)
public class CampaignPlanning {
    private static final String KIND = "campaign";

    @Inject
    Campaigns campaigns;

    @Inject
    Audience audience;

    @Inject
    Catalogue catalogue;

    @Inject
    OpeningJobs jobs;

    @Inject
    Turnout turnout;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @Inject
    Event<CampaignExtended> extended;

    @Requires(Permission.PLAN_CAMPAIGNS)
    public List<CampaignRow> list(int offset) {
        var found = campaigns.within(caller.scope(Permission.PLAN_CAMPAIGNS), offset);
        var shares = turnout.of(found.stream().map(Campaign::id).toList());
        return found.stream()
                .map(campaign -> new CampaignRow(campaign, shares.getOrDefault(campaign.id(), Turnout.Share.NONE)))
                .toList();
    }

    @Requires(Permission.PLAN_CAMPAIGNS)
    public long count() {
        return campaigns.countWithin(caller.scope(Permission.PLAN_CAMPAIGNS));
    }

    /** Agencies for which the caller may plan: the tops of the scope. */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public List<Agency> owners() {
        return campaigns.tops(caller.scope(Permission.PLAN_CAMPAIGNS));
    }

    @Requires(Permission.PLAN_CAMPAIGNS)
    public Campaign find(long id) {
        var campaign = campaigns.byId(id).orElseThrow(NotFound::new);
        caller.require(Permission.PLAN_CAMPAIGNS, campaign.agency().path());
        return campaign;
    }

    /** A campaign with all that belongs to it. */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public CampaignPlan plan(long id) {
        var campaign = find(id);
        return new CampaignPlan(
                campaign,
                campaigns.phases(campaign),
                catalogue.basisOf(id),
                campaigns.rules(campaign),
                campaigns.steps(campaign),
                turnout.of(List.of(id)).getOrDefault(id, Turnout.Share.NONE),
                jobs.latest(id).orElse(null));
    }

    @Requires(Permission.PLAN_CAMPAIGNS)
    public List<Subject> subjects() {
        return catalogue.subjects();
    }

    @Requires(Permission.PLAN_CAMPAIGNS)
    public List<Basis> documents() {
        return catalogue.documents();
    }

    /** Agencies an audience rule can name. @param words part of a name; empty for those directly below the owner */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public List<Agency> agencies(long id, String words) {
        return campaigns.agencies(find(id).agency(), words);
    }

    /** How many people the audience has today. */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public AudienceSize size(long id) {
        return audience.size(find(id), Vietnam.today(clock));
    }

    /** @return the id of the new campaign */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public long create(long agencyId, Particulars particulars) {
        var agency = campaigns.agency(agencyId).orElseThrow(NotFound::new);
        caller.require(Permission.PLAN_CAMPAIGNS, agency.path());
        inOrder(particulars.opensOn(), particulars.closesOn());
        var campaign = new Campaign(
                agency,
                VietnameseText.clean(particulars.name()),
                VietnameseText.clean(particulars.cycleName()),
                particulars.opensOn(),
                particulars.closesOn(),
                clock.instant());
        describe(campaign, particulars);
        campaigns.add(campaign);
        trail.note("CAMPAIGN_CREATED", KIND, campaign.id(), Map.of("name", campaign.name(), "agency", agency.name()));
        return campaign.id();
    }

    /** @throws vn.camket.platform.Refusal PERIOD_REVERSED, or DUE_OUTSIDE when a step would be due outside the period */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void describe(long id, int version, Particulars particulars) {
        var campaign = planned(id, version);
        inOrder(particulars.opensOn(), particulars.closesOn());
        describe(campaign, particulars);
        campaigns.steps(campaign).forEach(step -> within(campaign, step.title(), step.dueOn()));
        trail.note("CAMPAIGN_DESCRIBED", KIND, id, Map.of("name", campaign.name(), "period", period(campaign)));
    }

    private static void describe(Campaign campaign, Particulars particulars) {
        campaign.describe(
                VietnameseText.clean(particulars.name()),
                cleaned(particulars.nameEn()),
                VietnameseText.clean(particulars.cycleName()),
                particulars.description() == null ? null : VietnameseText.nfc(particulars.description()),
                particulars.opensOn(),
                particulars.closesOn(),
                particulars.thresholdPercent(),
                particulars.asksAgainAfterTransfer());
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null || text.isBlank() ? null : VietnameseText.clean(text);
    }

    private static void inOrder(LocalDate opensOn, LocalDate closesOn) {
        if (closesOn.isBefore(opensOn)) {
            throw CampaignRefusal.PERIOD_REVERSED.with(written(opensOn), written(closesOn));
        }
    }

    /** @throws vn.camket.platform.Refusal PHASE_REVERSED, PHASE_OUTSIDE the period */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void phases(long id, int version, List<PlannedPhase> phases, List<Long> documentIds) {
        var campaign = planned(id, version);
        for (var phase : phases) {
            if (phase.endsOn().isBefore(phase.startsOn())) {
                throw CampaignRefusal.PHASE_REVERSED.with(phase.name());
            }
            if (phase.startsOn().isBefore(campaign.opensOn()) || phase.endsOn().isAfter(campaign.closesOn())) {
                throw CampaignRefusal.PHASE_OUTSIDE.with(
                        phase.name(), written(campaign.opensOn()), written(campaign.closesOn()));
            }
        }
        campaigns.replacePhases(campaign, phases);
        campaigns.replaceBasis(campaign, documentIds.stream().distinct().toList());
        campaigns.touch(campaign);
        trail.note(
                "CAMPAIGN_PHASED",
                KIND,
                id,
                Map.of("phases", String.valueOf(phases.size()), "documents", String.valueOf(documentIds.size())));
    }

    /** @throws vn.camket.platform.Refusal AUDIENCE_OUTSIDE the owner's subtree; AUDIENCE_TWICE */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void include(long id, int version, long agencyId, Set<PersonClass> classes, Leaders leaders) {
        var campaign = planned(id, version);
        var agency = campaigns.agency(agencyId).orElseThrow(NotFound::new);
        if (!agency.path().startsWith(campaign.agency().path())) {
            throw CampaignRefusal.AUDIENCE_OUTSIDE.with();
        }
        var rule = new AudienceRule(campaign, agency, classes, leaders);
        if (campaigns.rules(campaign).stream().anyMatch(rule::sameAs)) {
            throw CampaignRefusal.AUDIENCE_TWICE.with(agency.name());
        }
        campaigns.add(rule);
        campaigns.touch(campaign);
        trail.note("AUDIENCE_INCLUDED", KIND, id, Map.of("agency", agency.name(), "leaders", leaders.name()));
    }

    /** Takes a rule out of the audience; one that is gone already stays gone. */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void exclude(long id, int version, long ruleId) {
        var campaign = planned(id, version);
        campaigns.rules(campaign).stream()
                .filter(rule -> rule.id() == ruleId)
                .findFirst()
                .ifPresent(rule -> {
                    campaigns.remove(rule);
                    campaigns.touch(campaign);
                    trail.note(
                            "AUDIENCE_EXCLUDED",
                            KIND,
                            id,
                            Map.of("agency", rule.agency().name()));
                });
    }

    /**
     * The steps in their order; replaces what was planned before.
     *
     * @throws vn.camket.platform.Refusal DUE_MISSING, DUE_OUTSIDE the period, STEP_TWICE
     */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void arrange(long id, int version, List<PlannedStep> planned) {
        var campaign = planned(id, version);
        var steps = new ArrayList<Step>();
        for (var step : planned) {
            var subject = catalogue.subject(step.kind(), step.subjectId()).orElseThrow(NotFound::new);
            if (steps.stream()
                    .anyMatch(other -> other.kind() == step.kind() && other.subjectId() == step.subjectId())) {
                throw CampaignRefusal.STEP_TWICE.with(subject.title());
            }
            if (step.dueOn() == null) {
                throw CampaignRefusal.DUE_MISSING.with(subject.title());
            }
            within(campaign, subject.title(), step.dueOn());
            steps.add(new Step(
                    campaign,
                    steps.size() + 1,
                    step.kind(),
                    step.subjectId(),
                    subject.title(),
                    subject.titleEn(),
                    step.audience(),
                    step.dueOn(),
                    step.commitments()));
        }
        campaigns.replaceSteps(campaign, steps);
        campaigns.touch(campaign);
        trail.note(
                "STEPS_ARRANGED",
                KIND,
                id,
                Map.of(
                        "steps",
                        steps.stream()
                                .map(step -> step.title() + " " + step.dueOn())
                                .toList()
                                .toString()));
    }

    private static void within(Campaign campaign, String title, LocalDate dueOn) {
        if (dueOn.isBefore(campaign.opensOn()) || dueOn.isAfter(campaign.closesOn())) {
            throw CampaignRefusal.DUE_OUTSIDE.with(
                    title, written(dueOn), written(campaign.opensOn()), written(campaign.closesOn()));
        }
    }

    /** A new campaign like an earlier one, with every day moved so that it opens today. @return its id */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public long copy(long id) {
        var earlier = find(id);
        var today = Vietnam.today(clock);
        var days = ChronoUnit.DAYS.between(earlier.opensOn(), today);
        var copied = create(
                earlier.agency().id(),
                new Particulars(
                        earlier.name(),
                        earlier.nameEn().orElse(null),
                        earlier.cycleName(),
                        earlier.description().orElse(null),
                        today,
                        earlier.closesOn().plusDays(days),
                        earlier.thresholdPercent(),
                        earlier.asksAgainAfterTransfer()));
        var copy = find(copied);
        campaigns.replacePhases(
                copy,
                campaigns.phases(earlier).stream()
                        .map(phase -> new PlannedPhase(
                                phase.name(),
                                phase.startsOn().plusDays(days),
                                phase.endsOn().plusDays(days)))
                        .toList());
        campaigns.replaceBasis(
                copy, catalogue.basisOf(id).stream().map(Basis::id).toList());
        campaigns
                .rules(earlier)
                .forEach(rule -> campaigns.add(new AudienceRule(copy, rule.agency(), rule.classes(), rule.leaders())));
        campaigns
                .steps(earlier)
                .forEach(step -> campaigns.add(new Step(
                        copy,
                        step.position(),
                        step.kind(),
                        step.subjectId(),
                        step.title(),
                        step.titleEn().orElse(null),
                        step.audience(),
                        step.dueOn().plusDays(days),
                        step.commitments())));
        trail.note("CAMPAIGN_COPIED", KIND, copied, Map.of("from", String.valueOf(id)));
        return copied;
    }

    /** Nothing counts after this, for good. @throws vn.camket.platform.Refusal NOT_OPEN */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void close(long id, int version) {
        var campaign = open(id, version);
        campaigns.waitForActs(campaign);
        campaign.close(clock.instant(), caller.accountId());
        trail.note("CAMPAIGN_CLOSED", KIND, id, Map.of("name", campaign.name()));
    }

    /**
     * Puts days of an open campaign off.
     *
     * @param dueDays new due days by step; steps that are absent keep theirs
     * @throws vn.camket.platform.Refusal REASON_MISSING, BROUGHT_FORWARD, DUE_OUTSIDE, NOTHING_CHANGED, NOT_OPEN
     */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void extend(long id, int version, LocalDate closesOn, Map<Long, LocalDate> dueDays, String reason) {
        var campaign = open(id, version);
        if (reason.isBlank()) {
            throw CampaignRefusal.REASON_MISSING.with();
        }
        var before = period(campaign);
        var changes = new ArrayList<String>();
        later(campaign.name(), campaign.closesOn(), closesOn);
        if (closesOn.isAfter(campaign.closesOn())) {
            campaign.extendTo(closesOn);
            changes.add(period(campaign));
        }
        for (var step : campaigns.steps(campaign)) {
            var dueOn = dueDays.getOrDefault(step.id(), step.dueOn());
            later(step.title(), step.dueOn(), dueOn);
            within(campaign, step.title(), dueOn);
            if (dueOn.isAfter(step.dueOn())) {
                changes.add(step.title() + ": " + step.dueOn() + " -> " + dueOn);
                step.postponeTo(dueOn);
            }
        }
        if (changes.isEmpty()) {
            throw CampaignRefusal.NOTHING_CHANGED.with();
        }
        campaigns.touch(campaign);
        campaigns.renewDueDays(campaign);
        extended.fire(new CampaignExtended(id));
        trail.note(
                "CAMPAIGN_EXTENDED",
                KIND,
                id,
                Map.of("before", before, "changes", changes.toString(), "reason", VietnameseText.clean(reason)));
    }

    /**
     * Until when people rate themselves on the personal commitments they sign in the campaign; also after it was closed.
     *
     * @param midYear null for no self-rating at mid-year
     * @throws vn.camket.platform.Refusal RATING_EARLY, MID_YEAR_LATE
     */
    @Requires(Permission.PLAN_CAMPAIGNS)
    public void rateUntil(long id, int version, @Nullable LocalDate midYear, LocalDate yearEnd) {
        var campaign = unchanged(find(id), version);
        var first = midYear == null ? yearEnd : midYear;
        if (!first.isAfter(campaign.opensOn())) {
            throw CampaignRefusal.RATING_EARLY.with(written(first), written(campaign.opensOn()));
        }
        var days = new RatingDays(midYear, yearEnd);
        if (midYear != null && !midYear.isBefore(days.yearEndOpensOn())) {
            throw CampaignRefusal.MID_YEAR_LATE.with(written(midYear), written(days.yearEndOpensOn()));
        }
        var before = campaign.ratingDays();
        campaign.rateUntil(midYear, yearEnd);
        campaigns.touch(campaign);
        trail.note("RATING_DAYS_SET", KIND, id, Map.of("before", before.toString(), "after", days.toString()));
    }

    private static void later(String title, LocalDate before, LocalDate after) {
        if (after.isBefore(before)) {
            throw CampaignRefusal.BROUGHT_FORWARD.with(title, written(before));
        }
    }

    private Campaign planned(long id, int version) {
        var campaign = find(id);
        if (campaign.state() != Campaign.State.PLANNED || jobs.isOpening(id)) {
            throw CampaignRefusal.FROZEN.with();
        }
        return unchanged(campaign, version);
    }

    private Campaign open(long id, int version) {
        var campaign = find(id);
        if (campaign.state() != Campaign.State.OPEN) {
            throw CampaignRefusal.NOT_OPEN.with();
        }
        return unchanged(campaign, version);
    }

    private static Campaign unchanged(Campaign campaign, int version) {
        if (campaign.version() != version) {
            throw CampaignRefusal.CHANGED_MEANWHILE.with();
        }
        return campaign;
    }

    private static String period(Campaign campaign) {
        return campaign.opensOn() + " - " + campaign.closesOn();
    }

    private static String written(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }
}
