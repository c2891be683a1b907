package vn.camket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The application's own database, seen from a test. Every call opens and closes a connection, so a restart does not disturb it. */
public final class Database {
    private static final String H2 =
            "jdbc:h2:file:%s/camket;MODE=MySQL;WRITE_DELAY=0;QUERY_CACHE_SIZE=250;AUTO_SERVER=TRUE";

    private static final Pattern SERVER = Pattern.compile("jdbc:mysql://([^:/]+):(\\d+)");

    private static Wire wire;
    private static boolean narrow;

    Database() {}

    /** Environment of an application that shall work on this database. */
    static Map<String, String> settings(Path dataFolder) {
        if (!Application.onMySql()) {
            return Map.of("CAMKET_DATABASE_URL", H2.formatted(dataFolder));
        }
        return Map.of(
                "CAMKET_DATABASE_DRIVER", "com.mysql.cj.jdbc.MysqlDataSource",
                "CAMKET_DATABASE_URL", throughTheWire(mySql("url")),
                "CAMKET_DATABASE_USER", mySql(narrow ? "daily.user" : "user"),
                "CAMKET_DATABASE_PASSWORD", mySql("password"));
    }

    /**
     * Gives the account of daily work, {@code -Dmysql.daily.user}, the rights that docker/mysql-rights.sql writes; the
     * application signs on with it from its next start on. The other account has to have the right to grant.
     *
     * @return whether there is such an account
     */
    static boolean narrow() {
        if (!Application.onMySql() || System.getProperty("mysql.daily.user") == null) {
            return false;
        }
        var database = new Database();
        var name = database.text("select database()");
        for (var right : database.texts(rights(name, mySql("daily.user")))) {
            database.change(right);
        }
        narrow = true;
        return true;
    }

    private static String rights(String name, String user) {
        try {
            return Files.readString(Path.of("docker/mysql-rights.sql"))
                    .replaceAll("(?m)^--.*$", "")
                    .replace("''camket''@", "''" + user + "''@")
                    .replace("`camket`", "`" + name + "`")
                    .replace("= 'camket'", "= '" + name + "'");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A connection of the account of daily work. */
    public Connection daily() throws SQLException {
        return DriverManager.getConnection(mySql("url"), mySql("daily.user"), mySql("password"));
    }

    private static String throughTheWire(String url) {
        var server = SERVER.matcher(url);
        if (!server.find()) {
            throw new IllegalStateException("-Dmysql.url is jdbc:mysql://HOST:PORT/NAME, not " + url);
        }
        if (wire == null) {
            wire = new Wire(server.group(1), Integer.parseInt(server.group(2)));
        }
        return server.replaceFirst("jdbc:mysql://127.0.0.1:" + wire.port());
    }

    /** The line between the application and the MySQL server. */
    static Wire wire() {
        return wire;
    }

    /** Takes every table away; only MySQL keeps something from an earlier run. */
    static void empty() {
        if (Application.onMySql()) {
            var database = new Database();
            var tables = database.texts(
                    "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'");
            database.inOneConnection(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                    for (var table : tables) {
                        statement.execute("DROP TABLE `" + table + "`");
                    }
                }
                return null;
            });
        }
    }

    /** Rows as maps from lower-case column label to value; moments as LocalDateTime in UTC, bytes as byte[]. */
    public List<Map<String, Object>> rows(String sql, Object... arguments) {
        return inOneConnection(connection -> {
            try (var statement = prepared(connection, sql, arguments);
                    var result = statement.executeQuery()) {
                var rows = new ArrayList<Map<String, Object>>();
                while (result.next()) {
                    rows.add(row(result));
                }
                return rows;
            }
        });
    }

    /** First column of every row, as text. */
    public List<String> texts(String sql, Object... arguments) {
        return rows(sql, arguments).stream()
                .map(row -> String.valueOf(row.values().iterator().next()))
                .toList();
    }

    /** The one text of the one row. */
    public String text(String sql, Object... arguments) {
        return texts(sql, arguments).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row: " + sql + " " + List.of(arguments)));
    }

    /** The one number of the one row. */
    public long number(String sql, Object... arguments) {
        return Long.parseLong(text(sql, arguments));
    }

    /** Changes rows. @return how many */
    public int change(String sql, Object... arguments) {
        return inOneConnection(connection -> {
            try (var statement = prepared(connection, sql, arguments)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Something that works on one open connection and may fail as JDBC does. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    public <T> T inOneConnection(Work<T> work) {
        try (var connection = open()) {
            return work.on(connection);
        } catch (SQLException failure) {
            throw new AssertionError(failure.getMessage(), failure);
        }
    }

    private static Connection open() throws SQLException {
        return Application.onMySql()
                ? DriverManager.getConnection(mySql("url"), mySql("user"), mySql("password"))
                : DriverManager.getConnection(H2.formatted(Application.dataFolder()), "camket", "camket");
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var index = 0; index < arguments.length; index++) {
            var argument = arguments[index] instanceof Instant instant
                    ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                    : arguments[index];
            statement.setObject(index + 1, argument);
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        var columns = result.getMetaData();
        var row = new LinkedHashMap<String, Object>();
        for (var index = 1; index <= columns.getColumnCount(); index++) {
            var value = result.getObject(index);
            row.put(columns.getColumnLabel(index).toLowerCase(Locale.ROOT), plain(value));
        }
        return row;
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Blob bytes) {
            return bytes.getBytes(1, (int) bytes.length());
        }
        return value instanceof Timestamp moment ? moment.toLocalDateTime() : value;
    }

    private static String mySql(String name) {
        var value = System.getProperty("mysql." + name);
        if (value == null) {
            throw new IllegalStateException("-Ddatabase=mysql also needs -Dmysql." + name);
        }
        return value;
    }
}
