package vn.camket.audit;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import vn.camket.platform.Rounds;
import vn.camket.platform.Start;

/**
 * Once a second, on every node: compares the database with the copy outside it, lets the sequencer work if they agree,
 * writes the copy on, and looks at the age of the queue.
 */
@ApplicationScoped
public class LogWatch {
    private static final Logger LOG = Logger.getLogger(LogWatch.class.getName());
    private static final Duration STUCK = Duration.ofSeconds(60);
    private static final int MINUTE = 60;

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @Inject
    Rounds rounds;

    @Inject
    RequestContextController requests;

    @Inject
    Sequencer sequencer;

    /** Another node may have replaced the log key: nothing after its end may be signed by it. */
    @Inject
    SigningKeys keys;

    @Inject
    Beginning beginning;

    @Inject
    Durability durability;

    @Inject
    LedgerState state;

    @Inject
    LedgerChecking checking;

    @Inject
    LogFolder folder;

    @Inject
    Clock clock;

    private long turns;
    private int failures;

    /** Before anything is written: is this database fit for it, and is it the one we knew? */
    void open(@Observes @Priority(10) Start.SchemaReady ready) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            durability.check(connection);
            compare(connection);
        }
    }

    void begin(@Observes @Priority(3000) Start.SchemaReady ready) {
        rounds.every(Duration.ofSeconds(1), Duration.ofSeconds(1), this::look);
    }

    private void look() {
        var mine = requests.activate();
        try {
            turn();
            failures = 0;
        } catch (SQLException | RuntimeException failure) {
            if (failures++ % MINUTE == 0) {
                LOG.log(Level.WARNING, "The log cannot be carried on; trying again every second", failure);
            }
        } finally {
            if (mine) {
                requests.deactivate();
            }
        }
    }

    private void turn() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            if (turns++ % MINUTE == 0) {
                durability.check(connection);
                checking.tellFaults(connection);
            }
            try {
                if (compare(connection)) {
                    beginning.write();
                    sequence();
                    copy(connection);
                }
            } finally {
                lookAtTheQueue(connection);
            }
        }
    }

    private void lookAtTheQueue(Connection connection) throws SQLException {
        var stuck = new LogTables(connection)
                .oldestQueued()
                .filter(at -> at.isBefore(clock.instant().minus(STUCK)));
        state.set(
                LedgerAlarm.QUEUE_STUCK,
                stuck.isPresent(),
                stuck.map(at -> "an entry waits since " + at).orElse(""));
    }

    private void sequence() throws SQLException {
        try {
            for (var more = true; more; ) {
                keys.follow();
                var done = sequencer.batch();
                done.ifPresent(batch -> state.set(
                        LedgerAlarm.CLOCK_BACK, batch.clockWentBack(), "the clock is behind the last head of the log"));
                more = done.filter(batch -> batch.leaves() == Batch.MOST).isPresent();
            }
            state.lower(LedgerAlarm.LOG_BROKEN);
        } catch (Batch.KeyEnded replaced) {
            LOG.log(Level.FINE, "The next turn follows to the new key", replaced);
        } catch (Batch.Contradiction contradiction) {
            state.raise(LedgerAlarm.LOG_BROKEN, String.valueOf(contradiction.getMessage()));
        }
    }

    /** @return whether the log may be carried on */
    private boolean compare(Connection connection) throws SQLException {
        try {
            var alarm = folder.copy().compare(connection);
            for (var one : new LedgerAlarm[] {LedgerAlarm.BEHIND_COPY, LedgerAlarm.UNLIKE_COPY}) {
                state.set(
                        one,
                        alarm.filter(one::equals).isPresent(),
                        "the database and the checkpoint in " + folder.path() + " disagree; see src/doc/ledger.md");
            }
            return alarm.isEmpty();
        } catch (IOException failure) {
            state.raise(LedgerAlarm.UNLIKE_COPY, String.valueOf(failure.getMessage()));
            return false;
        }
    }

    private void copy(Connection connection) throws SQLException {
        try {
            for (var more = true; more; ) {
                more = folder.copy().write(connection);
            }
            state.lower(LedgerAlarm.COPY_FAILED);
        } catch (IOException failure) {
            state.raise(LedgerAlarm.COPY_FAILED, "the copy in " + folder.path() + " cannot be written, " + failure);
        }
    }
}
