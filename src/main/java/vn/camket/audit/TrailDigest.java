package vn.camket.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.Vietnam;

/**
 * One Vietnam day of the audit trail: SHA-256 over its rows in order of id, each as a line; see src/doc/ledger.md.
 *
 * @param sha256 in hexadecimal
 */
record TrailDigest(long rows, String sha256) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final String QUERY =
            """
            select id, at, account_id, actor, act, object_kind, object_id, detail, address
            from audit_entry where at >= ? and at < ? order by id
            """;

    static TrailDigest of(Connection connection, LocalDate day) throws SQLException {
        var digest = digest();
        var rows = 0L;
        try (var query = connection.prepareStatement(QUERY)) {
            query.setObject(1, LocalDateTime.ofInstant(Vietnam.start(day), ZoneOffset.UTC));
            query.setObject(2, LocalDateTime.ofInstant(Vietnam.end(day), ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    var fields = new LinkedHashMap<String, @Nullable Object>();
                    fields.put("id", row.getLong(1));
                    fields.put("at", MOMENT.format(row.getObject(2, LocalDateTime.class)));
                    fields.put("account", row.getObject(3) == null ? null : row.getLong(3));
                    fields.put("actor", row.getString(4));
                    fields.put("act", row.getString(5));
                    fields.put("object_kind", row.getString(6));
                    fields.put("object", row.getString(7));
                    fields.put("detail", row.getString(8));
                    fields.put("address", row.getString(9));
                    digest.update(LogText.bytes(line(fields)));
                    rows++;
                }
            }
        }
        return new TrailDigest(rows, LogText.hex(digest.digest()));
    }

    /** Each field as its length and its characters: whatever a row holds, even what no record may hold, has one form. */
    private static String line(LinkedHashMap<String, @Nullable Object> fields) {
        var line = new StringBuilder();
        fields.forEach((name, value) -> {
            var text = value == null ? "" : value.toString();
            line.append(name)
                    .append(value == null ? "-" : String.valueOf(text.length()))
                    .append(':')
                    .append(text)
                    .append(',');
        });
        return line.append('\n').toString();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
