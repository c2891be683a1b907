package vn.camket.pledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.camket.identity.IdentityRefusal;
import vn.camket.identity.web.Reader;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.access.SecondProof;
import vn.camket.platform.web.Notices;
import vn.camket.pledge.CommitmentChoice;
import vn.camket.pledge.CommitmentGroup;
import vn.camket.pledge.CommitmentOffer;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.OfferedCommitment;
import vn.camket.pledge.PasskeyChoice;
import vn.camket.pledge.PledgeRefusal;
import vn.camket.pledge.PledgeSigning;
import vn.camket.pledge.PledgeToSign;
import vn.camket.pledge.ShownPaper;

/**
 * The page on which a pledge is read and signed. It keeps no state: the form is a plain one and carries all it needs, so
 * that it outlives sessions and views.
 */
@Named
@RequestScoped
public class SignPledgeView {
    /** Commitments that are offered for one reason. */
    public record OfferGroup(CommitmentGroup group, List<OfferedCommitment> offered) {}

    /** A line for a commitment in own words. @param number from 1 */
    public record OwnLine(int number, String words) {}

    @Inject
    PledgeSigning signing;

    @Inject
    Reader reader;

    @Inject
    ExternalContext external;

    private @Nullable Long enrolmentId;
    private @Nullable Long stepId;
    private @Nullable PledgeToSign pledge;
    private @Nullable String requestKey;
    private CommitmentChoice choice = CommitmentChoice.NONE;
    private @Nullable String words;
    private @Nullable String shown;
    private PasskeyChoice passkeys = new PasskeyChoice("", List.of());
    private byte @Nullable [] challenge;
    private boolean consent;
    private @Nullable String password;

    public void open() throws IOException {
        var request = (HttpServletRequest) external.getRequest();
        if ("POST".equals(request.getMethod())) {
            choice = choice(request);
            if ("choose".equals(request.getParameter("act"))) {
                choose();
            } else if ("passkey".equals(request.getParameter("act"))) {
                prepare();
            } else {
                sign();
            }
            return;
        }
        requestKey = LookupCode.random().value();
        load();
        var signed = getPledge().signed();
        if (signed.isPresent() && getPledge().isDone()) {
            leaveFor(signed.get().value());
        }
    }

    private static CommitmentChoice choice(HttpServletRequest request) {
        return new CommitmentChoice(
                parameters(request, "chosen")
                        .filter(id -> id.matches("[0-9]{1,15}"))
                        .map(Long::valueOf)
                        .toList(),
                parameters(request, "own").toList());
    }

    private static Stream<String> parameters(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getParameterValues(name)).flatMap(Arrays::stream);
    }

    /** Puts what was chosen into the paper. */
    private void choose() throws IOException {
        speak();
        load();
        var signed = getPledge().signed();
        if (signed.isPresent() && getPledge().isDone()) {
            leaveFor(signed.get().value());
        }
    }

    private void load() {
        if (enrolmentId == null || stepId == null) {
            throw new NotFound();
        }
        pledge = isFresh() ? signing.open(enrolmentId, stepId) : signing.open(enrolmentId, stepId, choice);
        choice = pledge.choice();
        passkeys = signing.passkeys();
    }

    /** The page itself, which says in which language it speaks, is not built yet. */
    private void speak() {
        FacesContext.getCurrentInstance().getViewRoot().setLocale(reader.getLocale());
    }

    /** Shows the page with the challenge in it: the script that asked hands it to the passkey. */
    private void prepare() throws IOException {
        speak();
        if (enrolmentId == null || stepId == null || requestKey == null) {
            throw new NotFound();
        }
        try {
            challenge = signing.prepare(enrolmentId, stepId, requestKey, choice, shown(), consent);
            load();
        } catch (Refusal refusal) {
            answer(refusal);
        }
    }

    private void sign() throws IOException {
        speak();
        if (enrolmentId == null || stepId == null || requestKey == null) {
            throw new NotFound();
        }
        try {
            var assertion = PostedAssertion.of((HttpServletRequest) external.getRequest());
            var code = assertion.isPresent()
                    ? signing.signByPasskey(enrolmentId, stepId, requestKey, choice, shown(), consent, assertion.get())
                    : signing.sign(enrolmentId, stepId, requestKey, choice, shown(), consent, orEmpty(password));
            leaveFor(code.value());
        } catch (Refusal refusal) {
            answer(refusal);
        }
    }

    private ShownPaper shown() {
        return new ShownPaper(orEmpty(words), orEmpty(shown));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void answer(Refusal refusal) throws IOException {
        if (refusal.reason() == PledgeRefusal.ALREADY_SIGNED) {
            Notices.done(refusal.messageKey());
            leaveFor(String.valueOf(refusal.details().get(0)));
            return;
        }
        Notices.refused(refusal, field(refusal));
        load();
    }

    private static @Nullable String field(Refusal refusal) {
        if (refusal.reason() instanceof PledgeRefusal
                && !refusal.details().isEmpty()
                && String.valueOf(refusal.details().get(0)).startsWith("own-")) {
            return String.valueOf(refusal.details().get(0));
        }
        if (refusal.reason() == PledgeRefusal.COMMITMENTS_MISSING
                || refusal.reason() == PledgeRefusal.COMMITMENTS_TOO_MANY
                || refusal.reason() == PledgeRefusal.COMMITMENT_GONE) {
            return "commitments";
        }
        if (refusal.reason() == PledgeRefusal.CONSENT_MISSING) {
            return "consent";
        }
        return refusal.reason() instanceof IdentityRefusal
                        && !refusal.reason().name().startsWith("PASSKEY_")
                ? SecondProof.field(refusal, "password")
                : null;
    }

    private void leaveFor(String code) throws IOException {
        external.redirect(external.getRequestContextPath() + "/pledge/receipt.xhtml?code=" + code);
        FacesContext.getCurrentInstance().responseComplete();
    }

    public PledgeToSign getPledge() {
        if (pledge == null) {
            throw new NotFound();
        }
        return pledge;
    }

    public PasskeyChoice getPasskeys() {
        return passkeys;
    }

    /** What the passkey is to sign, base64url; empty until the script has asked. */
    public String getChallenge() {
        return challenge == null ? "" : Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
    }

    /** What is offered, by the reason for which it is, the most particular first. */
    public List<OfferGroup> getGroups() {
        return Arrays.stream(CommitmentGroup.values())
                .map(group -> new OfferGroup(
                        group,
                        getPledge().offer().offered().stream()
                                .filter(one -> one.group() == group)
                                .toList()))
                .filter(group -> !group.offered().isEmpty())
                .toList();
    }

    /** Whether the page was just opened: what the browser kept then counts for more than what the page brings. */
    public boolean isFresh() {
        return !"POST".equals(((HttpServletRequest) external.getRequest()).getMethod());
    }

    /** Whether the page brings the commitments of an earlier pledge. */
    public boolean isStarted() {
        return isFresh() && !choice.isEmpty();
    }

    public boolean isChosen(OfferedCommitment one) {
        return choice.picked().contains(one.id());
    }

    /** The lines for own words, filled with what was typed. */
    public List<OwnLine> getOwnLines() {
        return IntStream.range(0, CommitmentOffer.MOST_OWN)
                .mapToObj(index -> new OwnLine(
                        index + 1, index < choice.own().size() ? choice.own().get(index) : ""))
                .toList();
    }

    /** Mark of what the paper on this page shows. */
    public String getMark() {
        return choice.mark();
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public @Nullable String getShown() {
        return shown;
    }

    public void setShown(@Nullable String shown) {
        this.shown = shown;
    }

    public @Nullable Long getEnrolmentId() {
        return enrolmentId;
    }

    public void setEnrolmentId(@Nullable Long enrolmentId) {
        this.enrolmentId = enrolmentId;
    }

    public @Nullable Long getStepId() {
        return stepId;
    }

    public void setStepId(@Nullable Long stepId) {
        this.stepId = stepId;
    }

    public @Nullable String getRequestKey() {
        return requestKey;
    }

    public void setRequestKey(@Nullable String requestKey) {
        this.requestKey = requestKey;
    }

    public boolean isConsent() {
        return consent;
    }

    public void setConsent(boolean consent) {
        this.consent = consent;
    }

    public @Nullable String getPassword() {
        return null;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
