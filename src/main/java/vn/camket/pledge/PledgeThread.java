package vn.camket.pledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.RatingDays;
import vn.camket.campaign.RatingRound;

/**
 * How the personal commitments of a pledge are kept through the year.
 *
 * @param end what ended the signature; empty while it stands
 * @param standing code of the pledge that took its place and stands; null if there is none
 * @param from first day on which commitments were kept: that of the first signature of the pledge
 * @param lines in the order of the paper
 * @param midYear the self-rating that holds
 * @param lastEntry id of the entry written last; 0 if there is none
 * @param sheet the newest; empty until the head has rated
 */
public record PledgeThread(
        Signature signature,
        Optional<SignatureEnd> end,
        @Nullable LookupCode standing,
        RatingDays days,
        LocalDate from,
        LocalDate today,
        List<ThreadLine> lines,
        Optional<SelfRating> midYear,
        Optional<SelfRating> yearEnd,
        long lastEntry,
        Optional<ThreadSheet> sheet) {
    public String code() {
        return signature.lookupCode().value();
    }

    /** Whether the head has rated: nothing is added or changed any more. */
    public boolean isFrozen() {
        return sheet.isPresent();
    }

    /** Whether entries and self-ratings are taken. */
    public boolean isOpen() {
        return !isFrozen() && end.isEmpty() && !lines.isEmpty();
    }

    /** The self-rating that is open now; null if none is. */
    public @Nullable RatingRound round() {
        return isOpen() ? days.open(today).orElse(null) : null;
    }

    /** What holds of the self-rating that is open now; null if it is not made yet. */
    public @Nullable SelfRating rating() {
        return round() == null ? null : (round() == RatingRound.MID_YEAR ? midYear : yearEnd).orElse(null);
    }

    /** Its number; 0 if it is not made yet. */
    public int number() {
        var holds = rating();
        return holds == null ? 0 : holds.number();
    }

    /** How many entries count. */
    public int entries() {
        return lines.stream().mapToInt(line -> line.notes().size()).sum();
    }

    /** Whether the head may rate now: at year-end, once the person has, or when the last day is over. */
    public boolean isRatable() {
        return end.isEmpty() && !lines.isEmpty() && (isFrozen() || isYearOver());
    }

    private boolean isYearOver() {
        var yearEndIsOpen =
                days.open(today).filter(RatingRound.YEAR_END::equals).isPresent();
        return yearEndIsOpen && (yearEnd.isPresent() || days.isOver(today));
    }

    /** Stands in the head's form for what was on the page, so that nobody rates what has changed since. */
    public String mark() {
        return Stream.of(
                        signature.id(),
                        midYear.map(SelfRating::id).orElse(0L),
                        yearEnd.map(SelfRating::id).orElse(0L),
                        lastEntry,
                        sheet.map(ThreadSheet::id).orElse(0L))
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    List<Long> commitmentIds() {
        return lines.stream().map(ThreadLine::id).toList();
    }
}
