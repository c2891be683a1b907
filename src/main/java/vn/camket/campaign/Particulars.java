package vn.camket.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is called and when it is.
 *
 * @param cycleName how the round is called on screen ("Đợt năm 2026")
 * @param closesOn last day on which steps count
 * @param thresholdPercent 1 to 100; below it an agency is shown as needing a push
 * @param asksAgainAfterTransfer whether people who are transferred sign their pledge again in the new agency
 */
public record Particulars(
        String name,
        @Nullable String nameEn,
        String cycleName,
        @Nullable String description,
        LocalDate opensOn,
        LocalDate closesOn,
        int thresholdPercent,
        boolean asksAgainAfterTransfer) {}
