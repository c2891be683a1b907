package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.camket.audit.Ledger;

/** The transactions of issuing a PDF, apart from drawing it, which takes its time and needs none of them. */
@ApplicationScoped
@Transactional
class IssuingDesk {
    /** Kind of the ledger entry. */
    static final String KIND = "PDF_ISSUED";

    private static final int VERSION = 1;

    @Inject
    PledgeReceipts receipts;

    @Inject
    Pledges pledges;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    Signature visible(String typedCode) {
        return receipts.visible(typedCode);
    }

    Optional<PledgePdf> issued(Signature signature) {
        return pledges.pdf(signature.id());
    }

    /** The signatures after this one, in the order of their ids, that have no PDF yet. */
    List<Signature> withoutPdf(long afterId, int most) {
        return pledges.withoutPdf(afterId, most);
    }

    /**
     * Registers a PDF together with the ledger entry that holds its hash.
     *
     * @return what counts as issued: the given file, or the one that another node was faster with
     */
    PledgePdf register(Signature signature, byte[] sha256, int bytes, String sealKey) {
        pledges.lock(List.of(signature.enrolment().id()));
        return pledges.pdf(signature.id()).orElseGet(() -> {
            var at = RecordTime.cut(clock.instant());
            var entry = ledger.write(KIND, record(signature, sha256, bytes, sealKey, at));
            return pledges.add(new PledgePdf(signature.id(), sha256, bytes, sealKey, entry, at));
        });
    }

    private static Map<String, Object> record(
            Signature signature, byte[] sha256, int bytes, String sealKey, Instant at) {
        return Map.of(
                "version", VERSION,
                "kind", KIND,
                "pledge_leaf_hash", HexFormat.of().formatHex(signature.entry().leafHash()),
                "sha256", HexFormat.of().formatHex(sha256),
                "bytes", bytes,
                "seal_key", sealKey,
                "issued_at", RecordTime.write(at));
    }
}
