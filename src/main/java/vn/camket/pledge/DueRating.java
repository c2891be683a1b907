package vn.camket.pledge;

import java.time.LocalDate;
import vn.camket.campaign.RatingRound;

/**
 * A self-rating that somebody owes.
 *
 * @param code of the pledge
 * @param cycleName of the campaign in which it was signed
 * @param late whether its last day is over
 */
public record DueRating(String code, String cycleName, RatingRound round, LocalDate dueOn, boolean late) {}
