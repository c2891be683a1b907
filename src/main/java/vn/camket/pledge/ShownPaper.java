package vn.camket.pledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;

/**
 * What the page showed on which somebody signs, as two marks that the form brings back: nobody signs words that were not
 * there, however long the page was open.
 *
 * @param words mark of the text for this person, of who signs for which agency, and of the commitments on offer
 * @param choice mark of the commitments that stood in the paper, see {@link CommitmentChoice#mark}
 */
public record ShownPaper(String words, String choice) {
    /** The mark of a paper without commitments and of what is offered beside it: SHA-256 in hexadecimal. */
    static String mark(PledgeContent content, CommitmentOffer offer) {
        var fields = new LinkedHashMap<String, @Nullable Object>(content.fields());
        fields.put(
                "offered",
                offer.offered().stream()
                        .map(one -> one.id() + " " + one.wording())
                        .toList());
        return HexFormat.of().formatHex(Ledger.sha256(CanonicalRecord.of(fields)));
    }

    /**
     * @throws vn.camket.platform.Refusal CONTENT_CHANGED if the page showed other words; COMMITMENTS_NOT_SHOWN if its paper
     *     had other commitments
     */
    void require(PledgeContent content, CommitmentOffer offer, CommitmentChoice chosen) {
        if (!MessageDigest.isEqual(bytes(words), bytes(mark(content, offer)))) {
            throw PledgeRefusal.CONTENT_CHANGED.with();
        }
        if (offer.isAsked() && !chosen.isWhatWasShown(choice)) {
            throw PledgeRefusal.COMMITMENTS_NOT_SHOWN.with();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
