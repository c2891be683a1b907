package vn.camket.demonstration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.AgencyKind;
import vn.camket.organization.PersonClass;

/**
 * An agency of the demonstration.
 *
 * @param profile which posts it has, a word of positions.tsv
 * @param head title of its head
 * @param deputies how many deputies it has
 */
record Unit(
        long id,
        String code,
        @Nullable Unit parent,
        AgencyKind kind,
        String name,
        String place,
        LocalDate since,
        int people,
        String profile,
        String head,
        String deputy,
        int deputies,
        PersonClass headClass) {
    static Unit of(long id, Map<String, String> row, @Nullable Unit parent) {
        return new Unit(
                id,
                Table.get(row, "code"),
                parent,
                AgencyKind.valueOf(Table.get(row, "kind")),
                Table.get(row, "name"),
                Table.get(row, "place"),
                LocalDate.parse(Table.get(row, "since")),
                Integer.parseInt(Table.get(row, "people")),
                Table.get(row, "profile"),
                Table.get(row, "head"),
                Table.get(row, "deputy"),
                Integer.parseInt(Table.get(row, "deputies")),
                PersonClass.valueOf(Table.get(row, "head_class")));
    }

    String path() {
        return (parent == null ? "/" : parent.path()) + id + "/";
    }

    int depth() {
        return parent == null ? 0 : parent.depth() + 1;
    }

    Optional<Long> parentId() {
        return Optional.ofNullable(parent).map(Unit::id);
    }

    boolean isCommune() {
        return kind == AgencyKind.COMMUNE || kind == AgencyKind.WARD;
    }
}
