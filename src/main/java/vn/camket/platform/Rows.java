package vn.camket.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows for several tables in few round trips. Tables are filled in the order in which they were asked for, so that
 * a row may point to one of an earlier table.
 */
public final class Rows implements AutoCloseable {
    private static final int BATCH = 1000;

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();

    public Rows(Connection connection) {
        this.connection = connection;
    }

    /** A table to fill; {@code columns} in the order of the values given later. */
    public Table into(String table, String... columns) throws SQLException {
        var added = new Table(table, columns);
        tables.add(added);
        return added;
    }

    /** Writes everything that waits. */
    public void flush() throws SQLException {
        for (var table : tables) {
            table.flush();
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        for (var table : tables) {
            table.statement.close();
        }
    }

    /** One table being filled. */
    public final class Table {
        private final String name;
        private final PreparedStatement statement;
        private int waiting;
        private long lastId = -1;

        private Table(String name, String... columns) throws SQLException {
            this.name = name;
            var marks = String.join(", ", Collections.nCopies(columns.length, "?"));
            statement = connection.prepareStatement(
                    "insert into " + name + " (" + String.join(", ", columns) + ") values (" + marks + ")");
        }

        /** The next free id of this table, for a row about to be added; only while nobody else writes it. */
        public long nextId() throws SQLException {
            if (lastId < 0) {
                try (var query = connection.createStatement();
                        var result = query.executeQuery("select coalesce(max(id), 0) from " + name)) {
                    result.next();
                    lastId = result.getLong(1);
                }
            }
            return ++lastId;
        }

        /** One more row; enums are stored by name, instants as UTC. */
        public void add(@Nullable Object... values) throws SQLException {
            for (var index = 0; index < values.length; index++) {
                statement.setObject(index + 1, stored(values[index]));
            }
            statement.addBatch();
            if (++waiting >= BATCH) {
                Rows.this.flush();
            }
        }

        private void flush() throws SQLException {
            if (waiting > 0) {
                statement.executeBatch();
                waiting = 0;
            }
        }
    }

    private static @Nullable Object stored(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
