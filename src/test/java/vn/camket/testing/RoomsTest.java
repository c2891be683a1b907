package vn.camket.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.camket.platform.access.Requires;

/** The house and its rooms: who may know whom, and how each room's doors are kept. */
class RoomsTest {
    private static final String ROOT = "vn.camket";

    private static final Set<String> GROUND = Set.of("platform", "audit");
    private static final Set<String> FIRST = with(GROUND, "organization", "identity", "library", "trust");
    private static final Set<String> SECOND = with(FIRST, "campaign");
    private static final Set<String> THIRD = with(SECOND, "training", "quiz", "pledge");
    private static final Set<String> FOURTH = with(THIRD, "completion");

    /** Room, and the rooms it may know. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("audit", Set.of("platform")),
            Map.entry("organization", GROUND),
            Map.entry("identity", with(GROUND, "organization")),
            Map.entry("library", GROUND),
            Map.entry("trust", GROUND),
            Map.entry("campaign", FIRST),
            Map.entry("training", SECOND),
            Map.entry("quiz", SECOND),
            Map.entry("pledge", SECOND),
            Map.entry("completion", THIRD),
            Map.entry("report", FOURTH),
            Map.entry("demonstration", FOURTH));

    /** Doors without a declared permission, each with its reason. */
    private static final Map<String, String> OPEN_DOORS = Map.ofEntries(
            Map.entry("SigningIn", "everybody signs in, signs out and sets language, theme and working role"),
            Map.entry("PasswordChanging", "everybody changes the own password, signed in or by a one-time link"),
            Map.entry("PasskeyKeeping", "everybody protects the own account"),
            Map.entry("PasskeyProof", "proves nobody but the caller"),
            Map.entry("TotpKeeping", "everybody protects the own account"),
            Map.entry("Founding.root", "the first start founds the first agency before anybody can sign in"),
            Map.entry("Documents", "laws are read by everybody, and by the rooms that cite them"),
            Map.entry("Materials.open", "asks itself: trainers, or whose module holds the file"),
            Map.entry(
                    "PersonalNumbers.isHeld", "rooms above ask for people whose pledge they may see; tells yes or no"),
            Map.entry("PersonalNumbers.isAmong", "as isHeld: compares, and never gives a number away"),
            Map.entry("PledgeChecking", "the public check: anybody who holds a code"),
            Map.entry("PledgeStandings.of", "read by rooms above for enrolments they asked a permission for"));

    static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void everyRoomHasItsPlaceInTheHouse() {
        var rooms = HOUSE.stream().map(RoomsTest::room).collect(Collectors.toCollection(TreeSet::new));

        assertThat(MAY_KNOW.keySet()).containsAll(rooms);
    }

    @Test
    void aRoomKnowsOnlyRoomsBelowIt() {
        MAY_KNOW.forEach((room, known) -> classes()
                .that(describe("are in " + room, type -> room(type).equals(room)))
                .should()
                .onlyDependOnClassesThat(describe(
                        "are in " + room + " or " + known + " or not ours",
                        type -> !type.getPackageName().startsWith(ROOT)
                                || room(type).equals(room)
                                || known.contains(room(type))))
                .allowEmptyShould(true)
                .check(HOUSE));
    }

    @Test
    void roomsDoNotGoInCircles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void aRoomDoesNotKnowItsPages() {
        noClasses()
                .that(describe("are the inside of a room", type -> !isWeb(type)))
                .should()
                .dependOnClassesThat(
                        describe("make its pages", type -> type.getPackageName().startsWith(ROOT) && isPage(type)))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "jakarta.ws.rs..")
                .check(HOUSE);
    }

    @Test
    void permissionsAreDeclaredOurWay() {
        noClasses()
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .because("it is silently ignored on CDI beans")
                .check(HOUSE);
        assertThat(HOUSE.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(RolesAllowed.class)))
                .isEmpty();
    }

    @Test
    void everyDoorAsksForAPermissionOrSaysWhyNot() {
        var unguarded = HOUSE.stream()
                .filter(type -> !Set.of("platform", "audit", "demonstration").contains(room(type)))
                .flatMap(type -> type.getMethods().stream())
                .filter(RoomsTest::isDoor)
                .filter(method -> !method.isAnnotatedWith(Requires.class)
                        && !method.getOwner().isAnnotatedWith(Requires.class))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .filter(door ->
                        !OPEN_DOORS.containsKey(door) && !OPEN_DOORS.containsKey(door.substring(0, door.indexOf('.'))))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unguarded)
                .as("public transactional methods without @Requires")
                .isEmpty();
    }

    /** Public, opens a transaction, and is not called by the container with a fact. */
    private static boolean isDoor(JavaMethod method) {
        var owner = method.getOwner();
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && owner.getModifiers().contains(JavaModifier.PUBLIC)
                && (owner.isAnnotatedWith(Transactional.class) || method.isAnnotatedWith(Transactional.class))
                && method.getParameters().stream().noneMatch(parameter -> parameter.isAnnotatedWith(Observes.class));
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(target(describe("java.time's now() without a clock", RoomsTest::readsTheMachinesTime)))
                .because("days and instants come from the injected Clock")
                .check(HOUSE);
    }

    private static boolean readsTheMachinesTime(AccessTarget.CodeUnitCallTarget call) {
        var parameters = call.getRawParameterTypes();
        return call.getOwner().getPackageName().equals("java.time")
                && call.getName().equals("now")
                && (parameters.isEmpty() || !parameters.get(0).isEquivalentTo(java.time.Clock.class));
    }

    /** Words, formats and the place in a list are the ground's: files, PDFs and refusals need them as pages do. */
    private static boolean isPage(JavaClass type) {
        return isWeb(type) && !Set.of("Texts", "Format", "Paging").contains(type.getSimpleName());
    }

    private static boolean isWeb(JavaClass type) {
        return type.getPackageName().endsWith(".web");
    }

    private static String room(JavaClass type) {
        var words = type.getPackageName().split("\\.");
        return words.length < 3 ? "" : words[2];
    }

    private static Set<String> with(Set<String> rooms, String... more) {
        var all = new TreeSet<>(rooms);
        all.addAll(Set.of(more));
        return all;
    }
}
