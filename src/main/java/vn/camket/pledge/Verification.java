package vn.camket.pledge;

import java.time.Instant;
import java.util.Optional;

/**
 * What a stranger with the code may know of a pledge: enough to compare it with a paper in the hand.
 *
 * @param signer name, all but the given one cut to initials
 * @param confirmedAt when a head confirmed it, {@code confirmedFor} the agency for which
 * @param valid whether the stored record still gives its recorded hashes and belongs to this code
 */
public record Verification(
        LookupCode code,
        String signer,
        String position,
        String agency,
        String title,
        int number,
        String campaign,
        String cycleName,
        Instant signedAt,
        Optional<Instant> confirmedAt,
        Optional<String> confirmedFor,
        String sha256,
        boolean valid) {}
