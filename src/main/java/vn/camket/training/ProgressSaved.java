package vn.camket.training;

import java.time.Instant;

/** What is stored after a save. @param sequence the highest so far; above the one sent when that was an older save */
public record ProgressSaved(long sequence, Instant savedAt) {}
