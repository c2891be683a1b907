package vn.camket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** What a fresh installation is given once; afterwards it belongs to the people who edit it. */
@ApplicationScoped
public class FirstLoad {
    private static final Logger LOG = Logger.getLogger(FirstLoad.class.getName());

    /** Fills tables through one connection. */
    @FunctionalInterface
    public interface Work {
        void load(Connection connection) throws SQLException;
    }

    /** The work in its transaction, claimed by one node. */
    @ApplicationScoped
    static class Once {
        @Resource(lookup = "java:app/jdbc/camket")
        DataSource dataSource;

        @Transactional
        void load(String name, Work work) throws SQLException {
            try (var connection = dataSource.getConnection()) {
                if (claim(connection, name)) {
                    var started = System.nanoTime();
                    work.load(connection);
                    LOG.info(() -> "Loaded " + name + " in " + (System.nanoTime() - started) / 1_000_000 + " ms");
                }
            }
        }

        private static boolean claim(Connection connection, String name) throws SQLException {
            try (var insert = connection.prepareStatement("insert into setting (name, text) values (?, 'done')")) {
                insert.setString(1, name);
                insert.executeUpdate();
                return true;
            } catch (SQLIntegrityConstraintViolationException otherNode) {
                return false;
            }
        }
    }

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    @Inject
    Once once;

    /**
     * Does the work in one transaction, unless it was done before, on this database, by any node.
     *
     * @param name what was loaded, remembered for ever
     */
    public void once(String name, Work work) {
        try {
            if (!isDone(name)) {
                loadFast(name, work);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot load " + name, failure);
        }
    }

    private void loadFast(String name, Work work) throws SQLException {
        writeBehind(true);
        try {
            once.load(name, work);
        } finally {
            writeBehind(false);
        }
    }

    private boolean isDone(String name) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select 1 from setting where name = ?")) {
            query.setString(1, name);
            try (var result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    /**
     * The embedded H2 writes its counters of ids to the disk at nearly every insert, beside the transaction; while much is
     * loaded it may do so a little later. The load itself is still there as a whole or not at all.
     */
    private void writeBehind(boolean allowed) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("set write_delay " + (allowed ? 2000 : 0));
            }
        }
    }
}
