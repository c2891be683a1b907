package vn.camket.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What was acknowledged survives a power cut. MySQL does that by itself if it is set up so, which is checked; the embedded
 * H2 writes at each commit but does not wait for the disk, so it is told to before the signer gets an answer.
 */
@ApplicationScoped
class Durability {
    private static final Logger LOG = Logger.getLogger(Durability.class.getName());

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @Resource
    ManagedExecutorService executor;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @Inject
    LedgerState state;

    private final Object turn = new Object();
    private volatile boolean embedded;
    private List<CompletableFuture<@Nullable Void>> waiting = new ArrayList<>();
    private boolean working;

    /** Looks at the settings of the database and refuses signing while they are too weak. */
    void check(Connection connection) throws SQLException {
        embedded = connection.getMetaData().getDatabaseProductName().equals("H2");
        var weakness = embedded ? weaknessOfH2(connection) : weaknessOfMySql(connection);
        state.set(LedgerAlarm.WEAK_DATABASE, weakness.isPresent(), weakness.orElse(""));
    }

    static Optional<String> weaknessOfMySql(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("select @@innodb_flush_log_at_trx_commit, @@log_bin, @@sync_binlog")) {
            row.next();
            var weak = new ArrayList<String>();
            if (row.getInt(1) != 1) {
                weak.add("innodb_flush_log_at_trx_commit is " + row.getInt(1) + ", must be 1");
            }
            if (row.getInt(2) == 1 && row.getInt(3) != 1) {
                weak.add("sync_binlog is " + row.getInt(3) + ", must be 1");
            }
            return weak.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", weak));
        }
    }

    private static Optional<String> weaknessOfH2(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")) {
            return row.next() && !row.getString(1).equals("0")
                    ? Optional.of("WRITE_DELAY is " + row.getString(1) + ", must be 0")
                    : Optional.empty();
        }
    }

    /** After the current transaction has been committed, and before its caller goes on, what it wrote is on the disk. */
    void afterCommit() {
        if (!embedded || transactions.getResource(Durability.class) != null) {
            return;
        }
        transactions.putResource(Durability.class, this);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    await();
                }
            }
        });
    }

    /** Those who come while the disk is at work share the next turn. */
    private void await() {
        var mine = new CompletableFuture<@Nullable Void>();
        synchronized (turn) {
            waiting.add(mine);
            if (!working) {
                working = true;
                var unused = executor.submit(this::work);
            }
        }
        try {
            mine.get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            LOG.log(Level.WARNING, "The embedded database could not be forced to the disk", failure);
        }
    }

    private void work() {
        while (true) {
            List<CompletableFuture<@Nullable Void>> served;
            synchronized (turn) {
                if (waiting.isEmpty()) {
                    working = false;
                    return;
                }
                served = waiting;
                waiting = new ArrayList<>();
            }
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
                served.forEach(one -> one.complete(null));
            } catch (SQLException | RuntimeException failure) {
                served.forEach(one -> one.completeExceptionally(failure));
            }
        }
    }
}
