package vn.camket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Work that comes round while the application runs. Once the application ends none begins, and its end waits for what is
 * under way: the connections are not taken from under it, which the embedded database answers with a deadlock.
 */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final int LONGEST_SECONDS = 30;

    @Resource
    ManagedScheduledExecutorService executor;

    private final ReentrantReadWriteLock work = new ReentrantReadWriteLock(true);
    private volatile boolean ending;

    /** Does something again and again, with a pause between. @param first until the first time */
    public void every(Duration first, Duration pause, Runnable look) {
        var unused = executor.scheduleWithFixedDelay(
                () -> round(look), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something in the background, now and once. It has to look at {@link #isEnding} now and then if it takes long. */
    public void once(Runnable task) {
        var unused = executor.submit(() -> round(task));
    }

    private void round(Runnable task) {
        if (enter()) {
            try {
                task.run();
            } finally {
                leave();
            }
        }
    }

    /** Whether the application waits for its end. */
    public boolean isEnding() {
        return ending;
    }

    /** Whether a round may begin; if so, {@link #leave} has to follow. */
    boolean enter() {
        try {
            return work.readLock().tryLock(0, TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave() {
        work.readLock().unlock();
    }

    /** Never gives the lock back: there is nothing to come. */
    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) throws InterruptedException {
        ending = true;
        if (!work.writeLock().tryLock(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(Level.WARNING, "Work is under way after {0} s; ending all the same", LONGEST_SECONDS);
        }
    }
}
