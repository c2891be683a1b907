package vn.camket.pledge;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.camket.campaign.StepAudience;
import vn.camket.organization.PersonClass;
import vn.camket.platform.VietnameseText;

/**
 * A commitment of the library as its keeper types it.
 *
 * @param classes empty means all
 * @param positions words of posts, separated by semicolons or lines; empty means every post
 */
public record CommitmentDraft(String wording, StepAudience audience, Set<PersonClass> classes, String positions) {
    static final int LONGEST = 300;

    private static final int LONGEST_PHRASE = 100;

    public CommitmentDraft {
        wording = VietnameseText.clean(wording);
        positions = Arrays.stream(positions.split("[;\\n]"))
                .map(VietnameseText::clean)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(joining("; "));
        classes = Set.copyOf(classes);
    }

    /** What a post must contain to be offered it, folded; empty when it is for every post. */
    List<String> phrases() {
        return positions.isEmpty()
                ? List.of()
                : Arrays.stream(positions.split("; "))
                        .map(CommitmentDraft::bare)
                        .filter(phrase -> !phrase.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Folded, with nothing but letters and digits between single blanks. */
    static String bare(String text) {
        return VietnameseText.fold(VietnameseText.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " "));
    }

    String storedClasses() {
        return classes.size() == PersonClass.values().length
                ? ""
                : classes.stream().sorted().map(Enum::name).collect(joining(","));
    }

    static Set<PersonClass> classes(String stored) {
        var classes = EnumSet.noneOf(PersonClass.class);
        if (!stored.isEmpty()) {
            Arrays.stream(stored.split(",")).map(PersonClass::valueOf).forEach(classes::add);
        }
        return classes;
    }

    /** @throws vn.camket.platform.Refusal TEXT_MISSING, TEXT_TOO_LONG, TEXT_INVISIBLE, LETTERS_UNPRINTABLE */
    void check() {
        PledgeDraft.check("wording", wording, LONGEST, true);
        PledgeDraft.check("positions", positions, LONGEST, false);
        phrases().forEach(phrase -> PledgeDraft.check("positions", phrase, LONGEST_PHRASE, true));
        var unprintable = PaperFaces.unprintable(wording);
        if (!unprintable.isEmpty()) {
            throw PledgeRefusal.LETTERS_UNPRINTABLE.with(unprintable);
        }
    }
}
