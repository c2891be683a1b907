package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which pledges that stand are to be signed again: after a newer text that asks for it, or after a transfer where the
 * campaign asks for it, as long as the signer's acts count. Nothing is kept of this; a new signature answers it.
 */
@ApplicationScoped
class SigningAgain {
    @Inject
    Pledges pledges;

    @Inject
    Clock clock;

    /** Texts that ask to be signed in the place of these signatures' texts. */
    List<PledgeText> asking(Collection<Signature> standing) {
        return standing.isEmpty()
                ? List.of()
                : pledges.asking(standing.stream().map(Signature::text).toList());
    }

    Optional<SignAgain> of(Signature standing) {
        return Optional.ofNullable(of(standing, asking(List.of(standing))));
    }

    /** @param asking as {@link #asking} gives them */
    @Nullable
    SignAgain of(Signature standing, List<PledgeText> asking) {
        var enrolment = standing.enrolment();
        if (!enrolment.isOpen(clock.instant())) {
            return null;
        }
        var signed = standing.text();
        var newer = asking.stream()
                .filter(text -> text.template().equals(signed.template()) && text.number() > signed.number())
                .findFirst();
        if (newer.isPresent()) {
            return again(AgainReason.NEW_TEXT, standing, newer.get().note().orElse(null));
        }
        var moved = enrolment.agency().id() != standing.agency().id();
        return moved && enrolment.campaign().asksAgainAfterTransfer()
                ? again(AgainReason.NEW_AGENCY, standing, null)
                : null;
    }

    private static SignAgain again(AgainReason reason, Signature standing, @Nullable String note) {
        return new SignAgain(
                reason,
                standing.lookupCode().value(),
                standing.text().number(),
                standing.agency().name(),
                note);
    }
}
