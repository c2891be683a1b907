package vn.camket.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** Brings the database to the schema of this release, before anything reads it. Forward only. */
@ApplicationScoped
public class Schema {
    private static final Logger LOG = Logger.getLogger(Schema.class.getName());

    @Resource(lookup = "java:app/jdbc/camket")
    DataSource dataSource;

    private volatile @Nullable String version;
    private volatile boolean current = true;

    /** @throws IllegalStateException when the database is unusable, with the cure in its message */
    public void migrate() {
        try (var connection = dataSource.getConnection()) {
            compareBytes(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The database cannot be reached; check CAMKET_DATABASE_URL, _USER and _PASSWORD", failure);
        }
        var result = Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:sql")
                .load()
                .migrate();
        version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        LOG.info(() -> "Schema at version " + version + ", " + result.migrationsExecuted + " migrations new");
    }

    /** Whether the database answers within two seconds with the schema this release migrated to. */
    boolean isCurrent() {
        try (var connection = dataSource.getConnection()) {
            var quote = connection.getMetaData().getIdentifierQuoteString();
            var question = "select count(*) from ~flyway_schema_history~ where ~version~ = ?".replace("~", quote);
            try (var statement = connection.prepareStatement(question)) {
                statement.setQueryTimeout(2);
                statement.setString(1, version);
                var found = statement.executeQuery();
                return told(found.next() && found.getInt(1) == 1, null);
            }
        } catch (SQLException away) {
            return told(false, away);
        }
    }

    /** Writes the change into the log, not every answer. */
    private boolean told(boolean well, @Nullable SQLException why) {
        if (well != current) {
            current = well;
            LOG.log(
                    well ? Level.INFO : Level.WARNING,
                    well ? "The database answers again" : "The database does not answer",
                    why);
        }
        return well;
    }

    /** On MySQL every UNIQUE must tell hoa from hóa: the database compares bytes, search goes through folded columns. */
    private static void compareBytes(Connection connection) throws SQLException {
        var product = connection.getMetaData().getDatabaseProductName();
        if (product.contains("MySQL") || product.contains("MariaDB")) {
            try (var statement = connection.createStatement()) {
                if (!isInBytes(statement)) {
                    statement.execute(
                            "ALTER DATABASE `" + connection.getCatalog().replace("`", "``")
                                    + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
                }
            }
        }
    }

    /** Asked first: the account of daily work may not alter the database. */
    private static boolean isInBytes(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select @@collation_database")) {
            return row.next() && row.getString(1).equals("utf8mb4_bin");
        }
    }
}
