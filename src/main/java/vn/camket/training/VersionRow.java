package vn.camket.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a module in its history. @param publishedAt null for a draft, {@code begun} people who study it */
public record VersionRow(
        long id, int number, @Nullable Instant publishedAt, Instant createdAt, long begun, long finished) {}
