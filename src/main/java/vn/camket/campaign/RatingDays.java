package vn.camket.campaign;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Until when people rate themselves on the personal commitments they signed in a campaign. A self-rating opens 30 days
 * before its last day. Whoever is late may still rate: at mid-year until the year-end rating opens, at year-end until the
 * head has rated.
 *
 * @param midYear last day of the self-rating at mid-year; null if there is none
 * @param yearEnd last day of the one at year-end
 */
public record RatingDays(@Nullable LocalDate midYear, LocalDate yearEnd) {
    /** Days from the opening of a self-rating to its last day. */
    public static final int OPEN_DAYS = 30;

    /** Days that people have for their commitments at least before a day by rule. */
    private static final int AT_LEAST = 60;

    private static final MonthDay MIDDLE = MonthDay.of(6, 30);

    /** In time for the yearly evaluation, which is over before 15 December (Decree 90/2020/NĐ-CP, article 20). */
    private static final MonthDay END = MonthDay.of(11, 30);

    /** The next 30 November that leaves time after the campaign, and the 30 June before it if that does too. */
    static RatingDays byRule(LocalDate closesOn) {
        var from = closesOn.plusDays(AT_LEAST);
        var yearEnd = next(END, from);
        var midYear = next(MIDDLE, from);
        return new RatingDays(midYear.isBefore(yearEnd) ? midYear : null, yearEnd);
    }

    private static LocalDate next(MonthDay day, LocalDate from) {
        var inYear = day.atYear(from.getYear());
        return inYear.isBefore(from) ? day.atYear(from.getYear() + 1) : inYear;
    }

    /** The self-rating that is open on a day. */
    public Optional<RatingRound> open(LocalDate today) {
        if (!today.isBefore(opensOn(yearEnd))) {
            return Optional.of(RatingRound.YEAR_END);
        }
        return midYear != null && !today.isBefore(opensOn(midYear))
                ? Optional.of(RatingRound.MID_YEAR)
                : Optional.empty();
    }

    /** Whether the year-end rating is over: the head then rates those too who have not rated themselves. */
    public boolean isOver(LocalDate today) {
        return today.isAfter(yearEnd);
    }

    /** Last day of a self-rating; null for one that there is not. */
    public @Nullable LocalDate dueOn(RatingRound round) {
        return switch (round) {
            case MID_YEAR -> midYear;
            case YEAR_END -> yearEnd;
        };
    }

    /** First day on which people rate themselves at mid-year; null if there is no such rating. */
    public @Nullable LocalDate midYearOpensOn() {
        return midYear == null ? null : opensOn(midYear);
    }

    public LocalDate yearEndOpensOn() {
        return opensOn(yearEnd);
    }

    private static LocalDate opensOn(LocalDate dueOn) {
        return dueOn.minusDays(OPEN_DAYS);
    }
}
