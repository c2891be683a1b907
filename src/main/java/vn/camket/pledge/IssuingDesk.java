package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The transactions of issuing a PDF, apart from drawing it, which takes its time and needs none of them. */
@ApplicationScoped
@Transactional
class IssuingDesk {
    @Inject
    PledgeReceipts receipts;

    @Inject
    Pledges pledges;

    @Inject
    Clock clock;

    Signature visible(String typedCode) {
        return receipts.visible(typedCode);
    }

    Optional<PledgePdf> issued(Signature signature) {
        return pledges.pdf(signature.id());
    }

    /** @return what counts as issued: the given file, or the one that another node was faster with */
    PledgePdf register(Signature signature, byte[] sha256, int bytes) {
        pledges.lock(List.of(signature.enrolment().id()));
        return pledges.pdf(signature.id())
                .orElseGet(() -> pledges.add(new PledgePdf(signature.id(), sha256, bytes, clock.instant())));
    }
}
