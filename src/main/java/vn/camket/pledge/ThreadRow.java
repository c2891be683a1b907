package vn.camket.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person with personal commitments in the list of the head.
 *
 * @param code of the pledge
 * @param agency of the person's post today
 * @param midYear when the person rated at mid-year; null before
 * @param frozen when the head rated; null before
 */
public record ThreadRow(
        String code,
        String name,
        String employeeCode,
        String agency,
        @Nullable Instant midYear,
        @Nullable Instant yearEnd,
        @Nullable Instant frozen) {
    public ThreadState state() {
        if (frozen != null) {
            return ThreadState.FROZEN;
        }
        return yearEnd == null ? ThreadState.UNRATED : ThreadState.WAITING;
    }
}
