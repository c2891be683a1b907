package vn.camket.pledge;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vn.camket.audit.LogProofs;
import vn.camket.platform.access.Authentication;

/**
 * What a stranger with the code may know of a pledge: every line of the paper, as far as it is nobody's secret.
 *
 * @param paper the lines as they are printed; the page shows those that are not personal
 * @param signer name, all but the given one cut to initials; {@code employeeCode} is hidden but for its ends
 * @param authentication how the signer was proved at that moment
 * @param confirmedAt when a head confirmed it, {@code confirmedFor} the agency for which
 * @param end what ended it; empty while it is in force
 * @param place where it stands in the ledger's log; empty in its first seconds
 * @param pdfSha256 of the PDF that was issued; empty if none was
 * @param valid whether the stored record still gives its recorded hashes and belongs to this code
 */
public record Verification(
        LookupCode code,
        PledgePaper paper,
        String signer,
        String employeeCode,
        Instant signedAt,
        Authentication authentication,
        Optional<Instant> confirmedAt,
        Optional<String> confirmedFor,
        Optional<SignatureEnd> end,
        String sha256,
        Optional<LogProofs.Place> place,
        Optional<String> pdfSha256,
        boolean valid) {
    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    /** VALID, or the kind of its end. */
    public String status() {
        return status(end);
    }

    static String status(Optional<SignatureEnd> end) {
        return end.map(found -> found.kind().name()).orElse("VALID");
    }

    public String position() {
        return paper.content().signer().position();
    }

    public String agency() {
        return paper.content().signer().agency().name();
    }

    /** The agencies above the signer's own, the nearest first. */
    public List<String> above() {
        var lineage = paper.content().signer().agency().lineage();
        var above = new java.util.ArrayList<>(lineage.subList(0, Math.max(0, lineage.size() - 1)));
        java.util.Collections.reverse(above);
        return List.copyOf(above);
    }

    public String title() {
        return paper.content().text().title();
    }

    public int number() {
        return paper.content().text().number();
    }

    public String campaign() {
        return paper.content().campaign().name();
    }

    public String cycleName() {
        return paper.content().campaign().cycleName();
    }

    /** How many personal commitments the signer added. */
    public int commitments() {
        return paper.content().commitments().size();
    }

    /** How many clauses bind the signer. */
    public int clauses() {
        return paper.clauses().size();
    }
}
