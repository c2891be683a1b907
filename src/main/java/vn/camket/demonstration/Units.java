package vn.camket.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.camket.platform.Rows;
import vn.camket.platform.VietnameseText;

/** The province, its departments and communes. */
final class Units {
    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    private Units() {}

    /** Writes the agencies, parents first. */
    static Units write(Connection connection) throws SQLException {
        var units = new Units();
        try (var rows = new Rows(connection)) {
            var agencies = rows.into(
                    "agency",
                    "id",
                    "code",
                    "name",
                    "name_folded",
                    "name_key",
                    "kind",
                    "parent_id",
                    "path",
                    "depth",
                    "place",
                    "opened_on");
            var versions = rows.into("agency_version", "agency_id", "valid_from", "name", "kind", "parent_id", "path");
            for (var row : Table.read("agencies")) {
                var unit = Unit.of(agencies.nextId(), row, units.byCode.get(Table.get(row, "parent")));
                var parent = unit.parentId().orElse(null);
                units.byCode.put(unit.code(), unit);
                agencies.add(
                        unit.id(),
                        unit.code(),
                        unit.name(),
                        VietnameseText.fold(unit.name()),
                        VietnameseText.sortKey(unit.name()),
                        unit.kind(),
                        parent,
                        unit.path(),
                        unit.depth(),
                        unit.place(),
                        unit.since());
                versions.add(unit.id(), unit.since(), unit.name(), unit.kind(), parent, unit.path());
            }
        }
        return units;
    }

    List<Unit> all() {
        return List.copyOf(byCode.values());
    }

    Unit root() {
        return byCode.values().iterator().next();
    }

    Unit byCode(String code) {
        return Optional.ofNullable(byCode.get(code)).orElseThrow(() -> new IllegalStateException("No agency " + code));
    }
}
