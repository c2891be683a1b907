package vn.camket.organization;

import static vn.camket.organization.OrganizationRefusal.AGENCY_MISSING;
import static vn.camket.organization.OrganizationRefusal.CHANGED_MEANWHILE;
import static vn.camket.organization.OrganizationRefusal.DAY_BEFORE_POST;
import static vn.camket.organization.OrganizationRefusal.DAY_IN_FUTURE;
import static vn.camket.organization.OrganizationRefusal.DAY_MISSING;
import static vn.camket.organization.OrganizationRefusal.DISSOLVED;
import static vn.camket.organization.OrganizationRefusal.EMPLOYEE_CODE_MISSING;
import static vn.camket.organization.OrganizationRefusal.EMPLOYEE_CODE_TAKEN;
import static vn.camket.organization.OrganizationRefusal.HAS_LEFT;
import static vn.camket.organization.OrganizationRefusal.HEADSHIP_HELD;
import static vn.camket.organization.OrganizationRefusal.HEAD_EXISTS;
import static vn.camket.organization.OrganizationRefusal.NAME_MISSING;
import static vn.camket.organization.OrganizationRefusal.POSITION_MISSING;
import static vn.camket.organization.OrganizationRefusal.POST_HELD;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.platform.NotFound;
import vn.camket.platform.Period;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/**
 * Changing people and their posts: engaging, transferring, concurrent posts, heads, leaving. Dated rows are closed and
 * followed by new ones; a second change from the same day takes the place of the first.
 */
@ApplicationScoped
@Transactional
public class EmployeeKeeping {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    @Inject
    Agencies agencies;

    @Inject
    Employees employees;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    @Inject
    Event<EmployeeJoined> joined;

    @Inject
    Event<EmployeeMoved> moved;

    @Inject
    Event<EmployeeLeaving> leaving;

    @Inject
    Event<EmployeeLeft> left;

    @Inject
    Clock clock;

    /** Name, class and flags of a person. */
    public record Description(
            String fullName, PersonClass personClass, boolean leader, boolean policyMaker, boolean publicFacing) {
        public Description {
            fullName = VietnameseText.clean(fullName);
        }
    }

    /**
     * Takes a person on, with a main post.
     *
     * @param from first day of the post, today or earlier
     * @throws NotFound when the agency is outside the caller's scope
     * @throws vn.camket.platform.Refusal EMPLOYEE_CODE_MISSING, EMPLOYEE_CODE_TAKEN, NAME_MISSING, AGENCY_MISSING,
     *     POSITION_MISSING, DAY_MISSING, DAY_IN_FUTURE, DISSOLVED
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public long create(
            String code,
            Description description,
            @Nullable Long agencyId,
            @Nullable String position,
            @Nullable LocalDate from) {
        var clean = VietnameseText.clean(code);
        if (clean.isEmpty()) {
            throw EMPLOYEE_CODE_MISSING.with();
        }
        refuseUnnamed(description);
        var agency = destination(agencyId);
        var title = title(position);
        var day = notInFuture(from);
        if (employees.isCodeTaken(clean)) {
            throw EMPLOYEE_CODE_TAKEN.with(clean);
        }
        var employee = new Employee(clean, description.fullName(), description.personClass(), day);
        classify(employee, description);
        try {
            employees.add(employee);
            employees.flush();
        } catch (PersistenceException collision) {
            throw EMPLOYEE_CODE_TAKEN.with(clean);
        }
        employees.add(new Membership(employee, agency, title, Membership.Kind.MAIN, day));
        employees.indexName(employee);
        trail.note(
                "EMPLOYEE_CREATED",
                "employee",
                employee.id(),
                Map.of("code", clean, "name", employee.fullName(), "agency", agency.id()));
        joined.fire(new EmployeeJoined(employee.id(), agency.id(), day));
        return employee.id();
    }

    /**
     * Changes name, class and flags.
     *
     * @param version the {@link Employee#version()} that the caller saw
     * @throws vn.camket.platform.Refusal NAME_MISSING, CHANGED_MEANWHILE
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void change(long employeeId, int version, Description description) {
        var employee = unchanged(employeeId, version);
        refuseUnnamed(description);
        var before = employee.fullName();
        if (!before.equals(description.fullName())) {
            employee.rename(description.fullName());
        }
        classify(employee, description);
        flush();
        employees.indexName(employee);
        trail.note("EMPLOYEE_CHANGED", "employee", employeeId, Map.of("before", before, "after", employee.fullName()));
    }

    /**
     * Moves the main post: the present one closes and the next opens on the day, which may be to come.
     *
     * @param on first day of the new post; the day on which the present one began replaces it
     * @throws NotFound when either agency is outside the caller's scope
     * @throws vn.camket.platform.Refusal AGENCY_MISSING, POSITION_MISSING, DAY_MISSING, DAY_BEFORE_POST, DISSOLVED,
     *     HAS_LEFT, CHANGED_MEANWHILE
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void transfer(
            long employeeId, int version, @Nullable Long agencyId, @Nullable String position, @Nullable LocalDate on) {
        var employee = unchanged(employeeId, version);
        var post = openMain(employee);
        var agency = destination(agencyId);
        var title = title(position);
        var day = notBefore(given(on), post.period());
        var fromAgency = post.agency().id();
        if (day.equals(post.period().from())) {
            post.replaceBy(agency, title);
        } else {
            post.end(day);
            employees.add(new Membership(employee, agency, title, Membership.Kind.MAIN, day));
        }
        employee.touch();
        flush();
        trail.note(
                "EMPLOYEE_TRANSFERRED",
                "employee",
                employeeId,
                Map.of("from", fromAgency, "to", agency.id(), "on", day.toString()));
        if (fromAgency != agency.id() && isDue(day)) {
            moved.fire(new EmployeeMoved(employeeId, fromAgency, agency.id(), day));
        }
    }

    /**
     * Adds a post besides the main one.
     *
     * @throws vn.camket.platform.Refusal AGENCY_MISSING, POSITION_MISSING, DAY_MISSING, DISSOLVED, HAS_LEFT, POST_HELD
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void addPost(
            long employeeId,
            @Nullable Long agencyId,
            @Nullable String position,
            Membership.Kind kind,
            @Nullable LocalDate from) {
        if (kind == Membership.Kind.MAIN) {
            throw new IllegalArgumentException("The main post changes by transfer");
        }
        var employee = inScope(employeeId);
        openMain(employee);
        var agency = destination(agencyId);
        var title = title(position);
        var day = given(from);
        var held = employees.posts(employeeId).stream()
                .anyMatch(post -> post.kind() == kind
                        && post.agency().id() == agency.id()
                        && post.period().overlaps(Period.since(day)));
        if (held) {
            throw POST_HELD.with();
        }
        employee.touch();
        employees.add(new Membership(employee, agency, title, kind, day));
        flush();
        trail.note("POST_ADDED", "employee", employeeId, Map.of("agency", agency.id(), "kind", kind.name()));
    }

    /** Ends a post besides the main one, today. @throws NotFound when there is no such open post in scope */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void endPost(long employeeId, long postId) {
        inScope(employeeId);
        var today = Vietnam.today(clock);
        var post = employees
                .post(postId)
                .filter(found -> found.employee().id() == employeeId
                        && found.kind() != Membership.Kind.MAIN
                        && found.period().to().isEmpty())
                .orElseThrow(NotFound::new);
        if (post.period().from().isBefore(today)) {
            post.end(today);
        } else {
            employees.remove(post);
        }
        trail.note(
                "POST_ENDED",
                "employee",
                employeeId,
                Map.of("agency", post.agency().id()));
    }

    /**
     * Makes a person head, deputy or acting head of an agency. There is one head at a time, acting or not.
     *
     * @throws vn.camket.platform.Refusal AGENCY_MISSING, DAY_MISSING, DISSOLVED, HAS_LEFT, HEADSHIP_HELD, HEAD_EXISTS
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void appoint(long employeeId, @Nullable Long agencyId, Headship.Kind kind, @Nullable LocalDate from) {
        var employee = inScope(employeeId);
        openMain(employee);
        var agency = destination(agencyId);
        var day = given(from);
        for (var other : employees.heads(agency.id(), day)) {
            if (other.employee().id() == employeeId) {
                throw HEADSHIP_HELD.with();
            }
            if (kind != Headship.Kind.DEPUTY && other.kind() != Headship.Kind.DEPUTY) {
                throw HEAD_EXISTS.with(other.employee().fullName());
            }
        }
        employee.touch();
        employees.add(new Headship(agency, employee, kind, day));
        flush();
        trail.note("HEAD_APPOINTED", "employee", employeeId, Map.of("agency", agency.id(), "kind", kind.name()));
    }

    /** Ends a headship, today. @throws NotFound when there is no such open headship in scope */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void endHeadship(long employeeId, long headshipId) {
        inScope(employeeId);
        var today = Vietnam.today(clock);
        var headship = employees
                .headship(headshipId)
                .filter(found -> found.employee().id() == employeeId
                        && found.period().to().isEmpty())
                .orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ORGANIZATION, headship.agency().path());
        if (headship.period().from().isBefore(today)) {
            headship.end(today);
        } else {
            employees.remove(headship);
        }
        trail.note(
                "HEADSHIP_ENDED",
                "employee",
                employeeId,
                Map.of("agency", headship.agency().id()));
    }

    /**
     * A person leaves: every post and headship ends on the day, which may be to come.
     *
     * @throws vn.camket.platform.Refusal DAY_MISSING, DAY_BEFORE_POST, HAS_LEFT, CHANGED_MEANWHILE
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void leave(long employeeId, int version, @Nullable LocalDate on) {
        var employee = unchanged(employeeId, version);
        var main = openMain(employee);
        var day = notBefore(given(on), main.period());
        if (day.equals(main.period().from())) {
            throw DAY_BEFORE_POST.with(DAY.format(main.period().from().plusDays(1)));
        }
        employee.leave(day);
        for (var post : employees.posts(employeeId)) {
            if (post.period().to().map(day::isBefore).orElse(true)) {
                if (post.period().from().isBefore(day)) {
                    post.end(day);
                } else {
                    employees.remove(post);
                }
            }
        }
        for (var headship : employees.headships(employeeId)) {
            if (headship.period().to().map(day::isBefore).orElse(true)) {
                if (headship.period().from().isBefore(day)) {
                    headship.end(day);
                } else {
                    employees.remove(headship);
                }
            }
        }
        flush();
        trail.note("EMPLOYEE_LEFT", "employee", employeeId, Map.of("on", day.toString()));
        leaving.fire(new EmployeeLeaving(employeeId, day));
        if (isDue(day)) {
            left.fire(new EmployeeLeft(employeeId, day));
        }
    }

    /** What is to come becomes a fact on its day: {@link DueChanges}. */
    private boolean isDue(LocalDate day) {
        return !day.isAfter(Vietnam.today(clock));
    }

    private Employee inScope(long id) {
        var employee = employees.byId(id).orElseThrow(NotFound::new);
        var post = employees.lastMain(id).orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ORGANIZATION, post.agency().path());
        return employee;
    }

    private Employee unchanged(long id, int version) {
        var employee = inScope(id);
        if (employee.version() != version) {
            throw CHANGED_MEANWHILE.with();
        }
        return employee;
    }

    private Membership openMain(Employee employee) {
        return employees
                .lastMain(employee.id())
                .filter(post -> post.period().to().isEmpty())
                .orElseThrow(HAS_LEFT::with);
    }

    private Agency destination(@Nullable Long agencyId) {
        if (agencyId == null) {
            throw AGENCY_MISSING.with();
        }
        var agency = agencies.byId(agencyId).orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ORGANIZATION, agency.path());
        if (agency.isDissolved()) {
            throw DISSOLVED.with();
        }
        return agency;
    }

    private static void classify(Employee employee, Description description) {
        employee.classify(
                description.personClass(), description.leader(), description.policyMaker(), description.publicFacing());
    }

    private static void refuseUnnamed(Description description) {
        if (description.fullName().isEmpty()) {
            throw NAME_MISSING.with();
        }
    }

    private static String title(@Nullable String position) {
        var title = position == null ? "" : VietnameseText.clean(position);
        if (title.isEmpty()) {
            throw POSITION_MISSING.with();
        }
        return title;
    }

    private static LocalDate given(@Nullable LocalDate day) {
        if (day == null) {
            throw DAY_MISSING.with();
        }
        return day;
    }

    private LocalDate notInFuture(@Nullable LocalDate day) {
        if (given(day).isAfter(Vietnam.today(clock))) {
            throw DAY_IN_FUTURE.with();
        }
        return given(day);
    }

    private static LocalDate notBefore(LocalDate day, Period present) {
        if (day.isBefore(present.from())) {
            throw DAY_BEFORE_POST.with(DAY.format(present.from()));
        }
        return day;
    }

    /** Of two changes of one person at the same moment one goes through. */
    private void flush() {
        try {
            employees.flush();
        } catch (OptimisticLockException meanwhile) {
            throw CHANGED_MEANWHILE.with();
        }
    }
}
