package vn.camket.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.AgencyKind;
import vn.camket.organization.Headship;
import vn.camket.organization.Membership;
import vn.camket.organization.PersonClass;
import vn.camket.organization.PersonName;
import vn.camket.platform.Rows;
import vn.camket.platform.VietnameseText;

/** The people: heads and deputies first, then the posts of each unit's profile, all by one fixed chance. */
final class Staff {
    private static final LocalDate FIRST_MOVE = LocalDate.of(2025, 8, 1);
    private static final LocalDate NEWCOMERS = LocalDate.of(2026, 8, 3);

    private record Post(String title, PersonClass personClass, boolean leader, boolean policyMaker, boolean facing) {}

    private final Random chance = new Random(2026);
    private final NameBook names = new NameBook(chance);
    private final Map<String, List<Post>> posts = new HashMap<>();
    private final Map<String, List<Map<String, String>>> named = new HashMap<>();
    private final List<Person> people = new ArrayList<>();
    private final Units units;
    private final Rows.Table employees;
    private final Rows.Table words;
    private final Rows.Table memberships;
    private final Rows.Table headships;

    private Staff(Units units, Rows rows) throws SQLException {
        this.units = units;
        employees = rows.into(
                "employee",
                "id",
                "code",
                "full_name",
                "family_and_middle",
                "given_name",
                "name_key",
                "name_folded",
                "person_class",
                "leader",
                "policy_maker",
                "public_facing",
                "joined_on");
        words = rows.into("employee_word", "word", "employee_id");
        memberships = rows.into("membership", "employee_id", "agency_id", "position", "kind", "valid_from", "valid_to");
        headships = rows.into("headship", "agency_id", "employee_id", "kind", "valid_from");
        for (var row : Table.read("positions")) {
            var flags = Table.get(row, "flags");
            var post = new Post(
                    Table.get(row, "position"),
                    PersonClass.valueOf(Table.get(row, "class")),
                    flags.contains("L"),
                    flags.contains("P"),
                    flags.contains("F"));
            var weighted = posts.computeIfAbsent(Table.get(row, "profile"), key -> new ArrayList<>());
            for (var weight = Integer.parseInt(Table.get(row, "weight")); weight > 0; weight--) {
                weighted.add(post);
            }
        }
        for (var row : Table.read("accounts")) {
            names.reserve(Table.get(row, "name"));
            named.computeIfAbsent(Table.get(row, "agency"), key -> new ArrayList<>())
                    .add(row);
        }
    }

    /** Writes everybody and returns them in order of their units. */
    static List<Person> write(Connection connection, Units units) throws SQLException {
        try (var rows = new Rows(connection)) {
            var staff = new Staff(units, rows);
            for (var unit : units.all()) {
                staff.fill(unit);
            }
            return staff.people;
        }
    }

    private void fill(Unit unit) throws SQLException {
        for (var place = 0; place < unit.people(); place++) {
            var kind = headship(unit, place);
            var given = takeNamed(unit, kind);
            var post = post(unit, kind, given);
            var id = employees.nextId();
            var name = given == null ? names.draw(unit.place()) : Table.get(given, "name");
            var course = given == null ? null : Course.valueOf(Table.get(given, "course"));
            add(moved(new Person(
                    id,
                    String.format("LC%05d", id),
                    name,
                    unit,
                    post.title(),
                    course == Course.NOTHING ? NEWCOMERS : unit.since(),
                    null,
                    post.personClass(),
                    post.leader(),
                    post.policyMaker(),
                    post.facing(),
                    kind,
                    given == null ? null : Table.get(given, "user"),
                    course)));
        }
    }

    /** Some came from another unit a while ago. */
    private Person moved(Person person) {
        if (person.user() != null || chance.nextInt(100) >= 9) {
            return person;
        }
        var earlier = units.all().get(chance.nextInt(units.all().size()));
        return person.after(person.from(earlier), FIRST_MOVE.plusDays(chance.nextInt(220)));
    }

    private static Headship.@Nullable Kind headship(Unit unit, int place) {
        if (place == 0) {
            return Headship.Kind.HEAD;
        }
        return place <= unit.deputies() ? Headship.Kind.DEPUTY : null;
    }

    private @Nullable Map<String, String> takeNamed(Unit unit, Headship.@Nullable Kind kind) {
        var wanted = kind == null ? "MEMBER" : kind.name();
        return named.getOrDefault(unit.code(), List.of()).stream()
                .filter(row -> Table.get(row, "post").equals(wanted))
                .filter(row -> people.stream()
                        .noneMatch(person -> Table.get(row, "user").equals(person.user())))
                .findFirst()
                .orElse(null);
    }

    private Post post(Unit unit, Headship.@Nullable Kind kind, @Nullable Map<String, String> given) {
        var choice = java.util.Objects.requireNonNull(posts.get(unit.profile()), unit.profile());
        if (kind != null) {
            return new Post(
                    kind == Headship.Kind.HEAD ? unit.head() : unit.deputy(),
                    unit.headClass(),
                    true,
                    !unit.isCommune() && unit.kind() != AgencyKind.MASS_ORGANIZATION,
                    unit.isCommune());
        }
        if (given == null) {
            return choice.get(chance.nextInt(choice.size()));
        }
        var title = Table.get(given, "position");
        return choice.stream()
                .filter(post -> post.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No post " + title + " in " + unit.code()));
    }

    private void add(Person person) throws SQLException {
        people.add(person);
        var name = person.name();
        employees.add(
                person.id(),
                person.code(),
                name,
                name.substring(0, name.lastIndexOf(' ')),
                name.substring(name.lastIndexOf(' ') + 1),
                PersonName.sortKey(name),
                VietnameseText.fold(name),
                person.personClass(),
                person.leader(),
                person.policyMaker(),
                person.publicFacing(),
                person.course() == Course.NOTHING
                        ? NEWCOMERS
                        : LocalDate.of(1996 + chance.nextInt(29), 1 + chance.nextInt(12), 1));
        for (var word : new HashSet<>(VietnameseText.words(name))) {
            words.add(word, person.id());
        }
        var earlier = person.before();
        if (earlier != null) {
            addMembership(earlier, person.since());
        }
        addMembership(person, null);
        if (person.headship() != null) {
            headships.add(person.unit().id(), person.id(), person.headship(), person.since());
        }
    }

    private void addMembership(Person person, @Nullable LocalDate until) throws SQLException {
        memberships.add(
                person.id(), person.unit().id(), person.position(), Membership.Kind.MAIN, person.since(), until);
    }
}
