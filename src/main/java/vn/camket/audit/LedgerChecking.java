package vn.camket.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import vn.camket.platform.Rounds;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** Watching over the ledger: its state, its heads, and verifications of the whole, each night or now. */
@ApplicationScoped
public class LedgerChecking {
    private static final Logger LOG = Logger.getLogger(LedgerChecking.class.getName());

    /**
     * The ledger now.
     *
     * @param head the newest; empty before the first entry
     * @param queued entries that wait for their leaf
     * @param oldest age of the oldest of them
     * @param checked the last verification that came to its end
     * @param running the one under way
     */
    public record Overview(
            Optional<TreeHead> head,
            long queued,
            Optional<Duration> oldest,
            Optional<CheckResult> checked,
            Optional<CheckResult> running,
            List<LedgerAlarm> alarms) {
        /** Before anybody has looked. */
        public static final Overview NONE =
                new Overview(Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @Inject
    Rounds rounds;

    @Inject
    CheckTransactions checks;

    @Inject
    LogFolder folder;

    @Inject
    LedgerState state;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    @Requires(Permission.KEEP_LEDGER)
    public Overview overview() {
        return read(connection -> {
            var tables = new LogTables(connection);
            var rows = new CheckRows(connection);
            return new Overview(
                    tables.newest(),
                    tables.countQueued(),
                    tables.oldestQueued().map(at -> Duration.between(at, clock.instant())),
                    rows.finished(),
                    rows.running(clock.instant()),
                    state.alarms());
        });
    }

    @Requires(Permission.KEEP_LEDGER)
    public long countHeads() {
        return read(connection -> new LogTables(connection).countHeads());
    }

    /** The newest first. @param offset heads to skip */
    @Requires(Permission.KEEP_LEDGER)
    public List<TreeHead> heads(int offset, int size) {
        return read(connection -> new LogTables(connection).headsPage(offset, size));
    }

    /** Begins a verification of the whole, in the background. @throws vn.camket.platform.Refusal CHECK_RUNNING */
    @Requires(Permission.KEEP_LEDGER)
    public void checkNow() {
        if (!start()) {
            throw AuditRefusal.CHECK_RUNNING.with();
        }
        trail.note("LEDGER_CHECK_STARTED", "ledger", "all", Map.of());
    }

    /** @return false if one is under way */
    boolean start() {
        try {
            var id = checks.begin();
            id.ifPresent(begun -> rounds.once(() -> run(begun)));
            return id.isPresent();
        } catch (SQLException failure) {
            throw new IllegalStateException("The verification cannot be begun", failure);
        }
    }

    private void run(long id) {
        try (var connection = dataSource.getConnection()) {
            try {
                checks.finish(id, verified(id, connection));
                tellFaults(connection);
            } catch (SQLException | IOException | RuntimeException failure) {
                LOG.log(Level.WARNING, "The verification of the ledger broke off", failure);
                new CheckRows(connection).fail(id, clock.instant());
            }
        } catch (SQLException away) {
            LOG.log(Level.WARNING, "The verification of the ledger could not be ended", away);
        }
    }

    private LedgerVerifier.Outcome verified(long id, Connection connection) throws SQLException, IOException {
        var outcome = new LedgerVerifier(
                        connection, VerifyingKeys.read(connection), leaves -> progress(connection, id, leaves))
                .verify();
        var copy = copyFinding(connection, outcome);
        if (copy.isEmpty()) {
            return outcome;
        }
        var findings = new ArrayList<>(outcome.findings());
        findings.add(0, copy.get());
        return new LedgerVerifier.Outcome(outcome.size(), outcome.verified(), outcome.head(), findings);
    }

    private Optional<Finding> copyFinding(Connection connection, LedgerVerifier.Outcome outcome)
            throws SQLException, IOException {
        var alarm = folder.copy().compare(connection);
        if (alarm.isEmpty()) {
            return Optional.empty();
        }
        var first = folder.copy().firstDifference(connection).orElse(outcome.size());
        var fault = alarm.get() == LedgerAlarm.BEHIND_COPY ? LedgerFault.BEHIND_COPY : LedgerFault.UNLIKE_COPY;
        return Optional.of(new Finding(fault, first, null, null));
    }

    /** @throws IllegalStateException when the application ends: the verification breaks off, and is marked so */
    private void progress(Connection connection, long id, long leaves) {
        if (rounds.isEnding()) {
            throw new IllegalStateException("The application ends");
        }
        try {
            new CheckRows(connection).progress(id, leaves, clock.instant());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Raises or lowers the alarm as the last verification says, which another node may have made. */
    void tellFaults(Connection connection) throws SQLException {
        var last = new CheckRows(connection).finished();
        var bad = last.filter(result -> !result.findings().isEmpty());
        state.set(
                LedgerAlarm.FAULT_FOUND,
                bad.isPresent(),
                bad.map(result -> "the verification of " + moment(result) + " found "
                                + result.findings().get(0))
                        .orElse(""));
    }

    private static Instant moment(CheckResult result) {
        return result.finishedAt().orElse(result.startedAt());
    }

    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (var connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("The ledger cannot be read", failure);
        }
    }
}
