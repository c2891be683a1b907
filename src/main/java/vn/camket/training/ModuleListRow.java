package vn.camket.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A module in a trainer's list.
 *
 * @param number of the newest version, whose title and day these are
 * @param publishedAt null while the newest version is a draft
 * @param publishedNumber of the version learners get; null when there is none
 * @param campaigns that ask for it, planned ones too
 * @param begun people who began it, in any version
 */
public record ModuleListRow(
        long moduleId,
        long versionId,
        int number,
        String title,
        @Nullable Instant publishedAt,
        Instant createdAt,
        @Nullable Number publishedNumber,
        long campaigns,
        long begun) {}
