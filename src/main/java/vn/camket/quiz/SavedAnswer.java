package vn.camket.quiz;

import java.time.Instant;

/**
 * What the server holds after a save.
 *
 * @param answered questions of the attempt that have an answer
 * @param sequence of the answer that counts in this slot; higher than the one sent when that one came too late
 */
public record SavedAnswer(Instant savedAt, int answered, long sequence) {}
