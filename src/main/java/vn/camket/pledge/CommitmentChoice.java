package vn.camket.pledge;

import static java.util.stream.Collectors.joining;

import java.util.List;
import vn.camket.platform.VietnameseText;

/**
 * What a person has picked from the library and written in own words.
 *
 * @param picked ids of {@link OfferedCommitment}, each once, in rising order
 * @param own without empty ones
 */
public record CommitmentChoice(List<Long> picked, List<String> own) {
    public static final CommitmentChoice NONE = new CommitmentChoice(List.of(), List.of());

    public CommitmentChoice {
        picked = picked.stream().distinct().sorted().toList();
        own = own.stream()
                .map(VietnameseText::clean)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** Stands in the form for what the paper above it shows, so that nobody signs what was not on the paper. */
    public String mark() {
        return picked.stream().map(String::valueOf).collect(joining(",")) + "|" + String.join("|", own);
    }

    /** Without what is not offered. */
    public CommitmentChoice within(CommitmentOffer offer) {
        var known = offer.offered().stream().map(OfferedCommitment::id).toList();
        return new CommitmentChoice(picked.stream().filter(known::contains).toList(), own);
    }

    public boolean isEmpty() {
        return picked.isEmpty() && own.isEmpty();
    }

    /** @param mark of the paper that the person saw; empty for one without commitments */
    boolean isWhatWasShown(String mark) {
        return VietnameseText.nfc(mark).equals(mark()) || (mark.isEmpty() && isEmpty());
    }
}
