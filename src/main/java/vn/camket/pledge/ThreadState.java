package vn.camket.pledge;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How far a person's thread is towards its sheet. */
public enum ThreadState {
    /** The signer has not rated the year yet. */
    UNRATED,
    /** The signer has rated the year; the head has not. */
    WAITING,
    /** The head has rated the year: the sheet is frozen. */
    FROZEN;

    /** Null for a word that is none. */
    public static @Nullable ThreadState of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElse(null);
    }
}
