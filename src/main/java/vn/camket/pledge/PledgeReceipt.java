package vn.camket.pledge;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import vn.camket.audit.LogProofs;

/**
 * What is handed out for a signature.
 *
 * @param end what ended it; empty while it stands
 * @param withdrawal the latest request to withdraw it
 * @param own whether the caller is the signer
 * @param confirmable whether the caller may confirm it now
 * @param whole whether the stored record still gives its recorded hashes
 * @param place in the ledger; empty for the second or so until it has one
 */
public record PledgeReceipt(
        Signature signature,
        PledgeRecord record,
        Optional<Confirmation> confirmation,
        Optional<SignatureEnd> end,
        Optional<AskedWithdrawal> withdrawal,
        boolean own,
        boolean confirmable,
        boolean whole,
        Optional<LogProofs.Place> place) {
    public String code() {
        return signature.lookupCode().value();
    }

    public String groupedCode() {
        return signature.lookupCode().grouped();
    }

    /** Whether the caller may ask to withdraw it now. */
    public boolean isWithdrawable() {
        return own
                && end.isEmpty()
                && withdrawal.filter(AskedWithdrawal::isOpen).isEmpty();
    }

    /** VALID, or the kind of its end. */
    public String status() {
        return Verification.status(end);
    }

    public Instant signedAt() {
        return signature.signedAt();
    }

    public PledgePaper paper() {
        return new PledgePaper(record.content(), record.signedAt());
    }

    /** SHA-256 of the record, in hexadecimal. */
    public String sha256() {
        return HexFormat.of().formatHex(signature.entry().recordSha256());
    }
}
