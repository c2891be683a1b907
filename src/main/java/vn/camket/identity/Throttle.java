package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows guessing down: after five failures of one account, or fifty of one address, each further one doubles the wait
 * from 30 seconds to 15 minutes. Never for ever, so strangers cannot lock anybody out. Kept in the database: it survives
 * a restart and counts on all nodes. An attempt is counted before its password is compared, so that guesses sent side by
 * side count one by one.
 */
@ApplicationScoped
class Throttle {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int TRIES = 4;

    @Inject
    ThrottleRows rows;

    /** How long the subject must still wait; empty when it may try. */
    public Optional<Duration> remaining(String subject) {
        return rows.remaining(subject);
    }

    /**
     * Counts one attempt of a subject that is not waiting.
     *
     * @param free attempts before the first wait
     * @return how long it must still wait, if it must: then nothing was counted and the attempt is refused
     */
    public Optional<Duration> attempt(String subject, int free) {
        for (var next = 1; ; next++) {
            try {
                return rows.attempt(subject, free);
            } catch (PersistenceException | TransactionalException collision) {
                if (next == TRIES) {
                    throw collision;
                }
            }
        }
    }

    public void succeeded(String subject) {
        rows.forget(subject);
    }

    /** @param beyond attempts beyond the free ones, from 0 */
    static Duration wait(int beyond) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
