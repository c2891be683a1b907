package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** Looking agencies and people up, within the caller's scope. */
@ApplicationScoped
@Transactional
public class OrganizationBrowsing {
    @Inject
    Agencies agencies;

    @Inject
    Employees employees;

    @Inject
    Directory directory;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** The tops of the caller's scope. */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public List<AgencyNode> tops() {
        var paths = Directory.tops(caller.scope(Permission.MANAGE_ORGANIZATION));
        return paths.isEmpty() ? List.of() : directory.nodesAt(paths, Vietnam.today(clock));
    }

    /** The agencies directly below one. @throws NotFound when it is outside the caller's scope */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public List<AgencyNode> children(long agencyId) {
        inScope(agencyId);
        return directory.children(agencyId, Vietnam.today(clock));
    }

    /** Agencies with all words in their names, marks ignored, or with this code; at most {@link Directory#FOUND}. */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public List<AgencyNode> search(String text) {
        return directory.search(text, caller.scope(Permission.MANAGE_ORGANIZATION), Vietnam.today(clock));
    }

    /** @throws NotFound when it is outside the caller's scope */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public AgencySheet agency(long agencyId) {
        var agency = inScope(agencyId);
        var today = Vietnam.today(clock);
        var lineage = agencies.byIds(agency.lineage());
        var above = lineage.stream()
                .filter(upper -> upper.id() != agencyId && caller.may(Permission.MANAGE_ORGANIZATION, upper.path()))
                .toList();
        return new AgencySheet(
                agency,
                above,
                directory.children(agencyId, today),
                history(agency),
                employees.heads(agencyId, today),
                directory.people(agency.path(), today),
                agencies.staff(agencyId, today));
    }

    private List<AgencyTime> history(Agency agency) {
        var versions = agencies.versions(agency.id());
        var parents = new HashMap<Long, String>();
        agencies.byIds(versions.stream()
                        .flatMap(version -> version.parentId().stream())
                        .distinct()
                        .toList())
                .forEach(parent -> parents.put(parent.id(), parent.name()));
        return versions.stream()
                .map(version -> new AgencyTime(
                        version.period(),
                        version.name(),
                        version.kind(),
                        version.parentId()
                                .map(id -> parents.getOrDefault(id, ""))
                                .orElse("")))
                .toList();
    }

    /** People matching a question, by given name, and how many there are in all. */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public long countPeople(PeopleQuestion question) {
        return directory.countPeople(question, paths(question), Vietnam.today(clock));
    }

    /** @param offset rows to skip; {@code size} rows at most */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public List<PersonListed> people(PeopleQuestion question, int offset, int size) {
        return directory.people(question, paths(question), Vietnam.today(clock), offset, size);
    }

    private List<String> paths(PeopleQuestion question) {
        return question.agencyId() == null
                ? caller.scope(Permission.MANAGE_ORGANIZATION)
                : List.of(inScope(question.agencyId()).path());
    }

    /** @throws NotFound when the person's last main post is outside the caller's scope */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public PersonSheet person(long employeeId) {
        var employee = employees.byId(employeeId).orElseThrow(NotFound::new);
        var posts = employees.posts(employeeId);
        var main = posts.stream()
                .filter(post -> post.kind() == Membership.Kind.MAIN)
                .findFirst()
                .orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ORGANIZATION, main.agency().path());
        return new PersonSheet(employee, main, posts, employees.headships(employeeId));
    }

    private Agency inScope(long id) {
        var agency = agencies.byId(id).orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ORGANIZATION, agency.path());
        return agency;
    }
}
