package vn.camket.demonstration;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import vn.camket.identity.Role;
import vn.camket.organization.Headship;
import vn.camket.platform.Rows;

/** Accounts of the demonstration: those of the accounts file and of every head, all with the one known password. */
final class Keys {
    static final String PASSWORD = "lai-chau-2026";

    private Keys() {}

    /** @param hash of {@link #PASSWORD}, computed once, for it costs by design */
    static void write(
            Connection connection, List<Person> people, Units units, String hash, Instant now, LocalDate since)
            throws SQLException {
        var random = new SecureRandom();
        var ids = new HashMap<String, Long>();
        try (var rows = new Rows(connection)) {
            var accounts = rows.into(
                    "account",
                    "id",
                    "user_name",
                    "employee_id",
                    "display_name",
                    "password_hash",
                    "security_stamp",
                    "created_at");
            var grants = rows.into("role_grant", "account_id", "role", "agency_id", "valid_from", "reason");
            for (var person : people) {
                if (person.user() == null && person.headship() != Headship.Kind.HEAD) {
                    continue;
                }
                var user = person.user() == null ? person.code().toLowerCase(Locale.ROOT) : person.user();
                var id = accounts.nextId();
                ids.put(user, id);
                var stamp = new byte[16];
                random.nextBytes(stamp);
                accounts.add(
                        id,
                        user,
                        person.id(),
                        person.name(),
                        hash,
                        HexFormat.of().formatHex(stamp),
                        now);
            }
            for (var row : Table.read("accounts")) {
                if (!Table.get(row, "role").isEmpty()) {
                    grants.add(
                            ids.get(Table.get(row, "user")),
                            Role.valueOf(Table.get(row, "role")),
                            units.root().id(),
                            since,
                            "Dữ liệu minh họa");
                }
            }
        }
    }
}
