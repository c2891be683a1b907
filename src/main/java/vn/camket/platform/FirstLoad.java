package vn.camket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    /**
     * Does the work in one transaction, unless it was done before, on this database, by any node.
     *
     * @param name what was loaded, remembered for ever
     */
    @Transactional
    public void once(String name, Work work) {
        try (var connection = dataSource.getConnection()) {
            if (isDone(connection, name) || !claim(connection, name)) {
                return;
            }
            var started = System.nanoTime();
            work.load(connection);
            LOG.info(() -> "Loaded " + name + " in " + (System.nanoTime() - started) / 1_000_000 + " ms");
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot load " + name, failure);
        }
    }

    private static boolean isDone(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from setting where name = ?")) {
            query.setString(1, name);
            try (var result = query.executeQuery()) {
                return result.next();
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
