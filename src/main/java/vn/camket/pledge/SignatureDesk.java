package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.camket.audit.Ledger;
import vn.camket.campaign.Achievements;
import vn.camket.campaign.Enrolment;
import vn.camket.campaign.Enrolments;
import vn.camket.campaign.Step;
import vn.camket.campaign.StepKind;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.web.Format;

/** The transactions of signing, apart from the proof of the person, which takes its time and needs none of them. */
@ApplicationScoped
@Transactional
class SignatureDesk {
    @Inject
    Pledges pledges;

    @Inject
    RefusedPledges refusals;

    @Inject
    CommitmentOffers offers;

    @Inject
    LastPromises last;

    @Inject
    Enrolments enrolments;

    @Inject
    Achievements achievements;

    @Inject
    SigningAgain again;

    @Inject
    SignatureEnding ending;

    @Inject
    Ledger ledger;

    @Inject
    Event<PledgeSigned> facts;

    @Inject
    Clock clock;

    PledgeToSign open(long enrolmentId, long stepId) {
        var enrolment = enrolments.own(enrolmentId);
        var step = pledgeStep(enrolment, stepId);
        var offer = offers.of(enrolment, step);
        return open(
                enrolment,
                step,
                offer,
                offer.again(last.of(enrolment.employee()).toPromiseAgain()));
    }

    PledgeToSign open(long enrolmentId, long stepId, CommitmentChoice choice) {
        var enrolment = enrolments.own(enrolmentId);
        var step = pledgeStep(enrolment, stepId);
        var offer = offers.of(enrolment, step);
        return open(enrolment, step, offer, choice.within(offer));
    }

    private PledgeToSign open(Enrolment enrolment, Step step, CommitmentOffer offer, CommitmentChoice choice) {
        var earlier = pledges.signatures(enrolment.id(), step.id());
        var content = content(enrolment, step, text(enrolment, step), offer.possible(choice));
        return new PledgeToSign(
                enrolment,
                step,
                new PledgePaper(content, clock.instant()),
                offer,
                choice,
                missing(enrolment, step),
                enrolment.isOpen(clock.instant()),
                earlier.stream().findFirst().flatMap(newest -> pledges.end(newest.id())),
                standing(earlier).flatMap(again::of),
                standing(earlier).map(Signature::lookupCode),
                refusals.standing(enrolment.id(), step.id()),
                ShownPaper.mark(content, offer));
    }

    /** The receipt of a form sent before; empty if it may be signed now. */
    Optional<LookupCode> prepare(
            long enrolmentId, long stepId, String requestKey, CommitmentChoice choice, ShownPaper shown) {
        var enrolment = enrolments.own(enrolmentId);
        var step = pledgeStep(enrolment, stepId);
        var before = signedBefore(enrolment, step, requestKey, pledges.signatures(enrolmentId, stepId));
        if (before.isEmpty()) {
            refuseUnlessSignable(enrolment, step);
            var offer = offers.of(enrolment, step);
            offer.commitments(choice);
            shown.require(content(enrolment, step, text(enrolment, step), List.of()), offer, choice);
        }
        return before;
    }

    LookupCode sign(
            long enrolmentId, long stepId, String requestKey, CommitmentChoice choice, ShownPaper shown, Stamp stamp) {
        // Before the campaign is read: its closing waits for this row, or this for the closing.
        pledges.lock(List.of(enrolmentId));
        var enrolment = enrolments.own(enrolmentId);
        var step = pledgeStep(enrolment, stepId);
        var earlier = pledges.signatures(enrolmentId, stepId);
        var before = signedBefore(enrolment, step, requestKey, earlier);
        if (before.isPresent()) {
            return before.get();
        }
        refuseUnlessSignable(enrolment, step);
        var text = text(enrolment, step);
        var offer = offers.of(enrolment, step);
        var content = content(enrolment, step, text, offer.commitments(choice));
        shown.require(content, offer, choice);
        var record = record(content, earlier, stamp);
        stamp.check(record);
        var entry = ledger.write(PledgeRecord.KIND, record.fields());
        var signature = pledges.add(new Signature(
                enrolment,
                step,
                text,
                record.sequence(),
                stamp.code(),
                stored(enrolment, step, requestKey),
                entry,
                stamp.at()));
        for (var index = 0; index < content.commitments().size(); index++) {
            pledges.add(new SignedCommitment(
                    signature, index + 1, content.commitments().get(index)));
        }
        standing(earlier).ifPresent(superseded -> ending.supersede(superseded, signature));
        facts.fire(new PledgeSigned(enrolmentId, stepId, signature.id(), stamp.at()));
        return stamp.code();
    }

    /** The record as it would be written now. */
    PledgeRecord draft(long enrolmentId, long stepId, CommitmentChoice choice, Stamp stamp) {
        var enrolment = enrolments.own(enrolmentId);
        var step = pledgeStep(enrolment, stepId);
        var commitments = offers.of(enrolment, step).commitments(choice);
        return record(
                content(enrolment, step, text(enrolment, step), commitments),
                pledges.signatures(enrolmentId, stepId),
                stamp);
    }

    private PledgeRecord record(PledgeContent content, List<Signature> earlier, Stamp stamp) {
        refuseUnlessPrintable(content, stamp.at());
        return new PledgeRecord(
                PledgeRecord.VERSION,
                content,
                earlier.stream().mapToInt(Signature::sequence).max().orElse(0) + 1,
                standing(earlier).map(Signature::leafHash).orElse(null),
                SignatureMethod.ELECTRONIC_CONFIRMATION,
                stamp.proof(),
                stamp.at(),
                stamp.nonce(),
                stamp.code().sha256());
    }

    /**
     * What the form made before, whatever came of it since.
     *
     * @throws vn.camket.platform.Refusal ALREADY_SIGNED if another form made the one that stands, and it is not to be
     *     signed again
     */
    private Optional<LookupCode> signedBefore(
            Enrolment enrolment, Step step, String requestKey, List<Signature> earlier) {
        var key = stored(enrolment, step, requestKey);
        var same = earlier.stream().filter(one -> one.requestKey().equals(key)).findFirst();
        if (same.isEmpty()) {
            standing(earlier).filter(found -> again.of(found).isEmpty()).ifPresent(found -> {
                throw PledgeRefusal.ALREADY_SIGNED.with(found.lookupCode().value());
            });
        }
        return same.map(Signature::lookupCode);
    }

    /** The signature that stands now. */
    Optional<Signature> standing(long enrolmentId, long stepId) {
        return standing(pledges.signatures(enrolmentId, stepId));
    }

    /** Only the newest can stand. */
    private Optional<Signature> standing(List<Signature> newestFirst) {
        return newestFirst.stream().findFirst().filter(newest -> pledges.end(newest.id())
                .isEmpty());
    }

    void refuseUnlessSignable(Enrolment enrolment, Step step) {
        if (!enrolment.isOpen(clock.instant())) {
            throw PledgeRefusal.CAMPAIGN_CLOSED.with(
                    Format.day(enrolment.campaign().closesOn()));
        }
        var missing = missing(enrolment, step);
        if (!missing.isEmpty()) {
            throw PledgeRefusal.STEPS_MISSING.with(missing.size());
        }
    }

    /** What cannot stand on the paper must not stand in the record: the two are shown side by side. */
    private static void refuseUnlessPrintable(PledgeContent content, Instant at) {
        var missing = new PledgePaper(content, at).unprintable();
        if (!missing.isEmpty()) {
            throw PledgeRefusal.LETTERS_UNPRINTABLE.with(missing);
        }
    }

    Step pledgeStep(Enrolment enrolment, long stepId) {
        var step = enrolments.step(enrolment, stepId);
        if (step.kind() != StepKind.PLEDGE) {
            throw new NotFound();
        }
        return step;
    }

    PledgeText text(Enrolment enrolment, Step step) {
        return pledges.text(step.subjectId(), enrolment.campaign().openedAt().orElse(Instant.EPOCH));
    }

    private List<Step> missing(Enrolment enrolment, Step step) {
        var met = achievements.metSteps(enrolment.id());
        return earlier(enrolment, step).filter(one -> !met.contains(one.id())).toList();
    }

    private static java.util.stream.Stream<Step> earlier(Enrolment enrolment, Step step) {
        return enrolment.campaign().steps().stream()
                .filter(one -> one.position() < step.position() && one.concerns(enrolment));
    }

    PledgeContent content(Enrolment enrolment, Step step, PledgeText text, List<PledgeContent.Commitment> commitments) {
        var campaign = enrolment.campaign();
        return new PledgeContent(
                new PledgeContent.Round(
                        campaign.id(),
                        campaign.name(),
                        enrolment.cycle(),
                        campaign.cycleName(),
                        campaign.agency().name()),
                enrolment.id(),
                new PledgeContent.Task(step.id(), step.title()),
                wording(enrolment, text),
                signer(enrolment),
                modules(enrolment, step),
                commitments);
    }

    private static PledgeContent.Wording wording(Enrolment enrolment, PledgeText text) {
        var clauses = new ArrayList<PledgeContent.Clause>();
        for (var clause : text.clauses()) {
            if (clause.audience().includes(enrolment.isLeader(), enrolment.isPolicyMaker())) {
                clauses.add(new PledgeContent.Clause(clauses.size() + 1, clause.audience(), clause.wording()));
            }
        }
        return new PledgeContent.Wording(
                text.template().code(),
                text.number(),
                text.sha256(),
                text.title(),
                text.subject(),
                text.opening(),
                List.copyOf(clauses),
                text.closing(),
                text.consent());
    }

    private PledgeContent.Signer signer(Enrolment enrolment) {
        var employee = enrolment.employee();
        var agency = enrolment.agency();
        var lineage = pledges.lineage(agency);
        return new PledgeContent.Signer(
                employee.code(),
                employee.fullName(),
                employee.personClass().name(),
                pledges.position(employee),
                new PledgeContent.Unit(
                        agency.id(),
                        agency.code().orElse(null),
                        agency.name(),
                        agency.path(),
                        lineage.stream().map(Agency::name).toList()),
                place(lineage));
    }

    /** Of the agency itself or of the nearest one above it that has one. */
    private static String place(List<Agency> lineage) {
        return lineage.stream()
                .flatMap(agency -> agency.place().stream())
                .reduce((upper, lower) -> lower)
                .orElse("");
    }

    private List<PledgeContent.Studied> modules(Enrolment enrolment, Step step) {
        var metAt = achievements.metAt(enrolment.id());
        var studied = new ArrayList<PledgeContent.Studied>();
        earlier(enrolment, step).filter(one -> one.kind() == StepKind.MODULE).forEach(one -> {
            var at = metAt.get(one.id());
            if (at != null) {
                studied.add(new PledgeContent.Studied(one.id(), one.title(), RecordTime.cut(at)));
            }
        });
        return List.copyOf(studied);
    }

    /** A key holds for one step of one enrolment: a borrowed one meets nobody else's. */
    static String stored(Enrolment enrolment, Step step, String requestKey) {
        var bound = enrolment.id() + ":" + step.id() + ":" + requestKey;
        return HexFormat.of().formatHex(Ledger.sha256(bound.getBytes(StandardCharsets.UTF_8)));
    }
}
