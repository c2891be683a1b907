package vn.camket.organization;

import static vn.camket.organization.OrganizationRefusal.AGENCY_CODE_TAKEN;
import static vn.camket.organization.OrganizationRefusal.CHANGED_MEANWHILE;
import static vn.camket.organization.OrganizationRefusal.DISSOLVED;
import static vn.camket.organization.OrganizationRefusal.MOVE_INTO_ITSELF;
import static vn.camket.organization.OrganizationRefusal.MOVE_NOWHERE;
import static vn.camket.organization.OrganizationRefusal.NAME_MISSING;
import static vn.camket.organization.OrganizationRefusal.ROOT;
import static vn.camket.organization.OrganizationRefusal.STILL_HAS_CHILDREN;
import static vn.camket.organization.OrganizationRefusal.STILL_STAFFED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.AuditTrail;
import vn.camket.platform.NotFound;
import vn.camket.platform.Vietnam;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;
import vn.camket.platform.access.Requires;

/** Changing the tree of agencies: setting up, renaming, moving, dissolving. Each change holds from today on. */
@ApplicationScoped
@Transactional
public class AgencyKeeping {
    @Inject
    Agencies agencies;

    @Inject
    Employees employees;

    @Inject
    Caller caller;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /** What an agency is called. @param code empty or null for none; @param place place of issue on papers, may be empty */
    public record Description(@Nullable String code, String name, AgencyKind kind, @Nullable String place) {
        public Description {
            code = blankToNull(code);
            place = blankToNull(place);
            name = VietnameseText.clean(name);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : VietnameseText.clean(text);
        }
    }

    /**
     * Sets up an agency below another one.
     *
     * @throws NotFound when the parent is outside the caller's scope
     * @throws vn.camket.platform.Refusal NAME_MISSING, AGENCY_CODE_TAKEN, DISSOLVED
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public long create(long parentId, Description description) {
        agencies.lockTree();
        var parent = inScope(parentId);
        refuseUnlessUsable(description, 0);
        if (parent.isDissolved()) {
            throw DISSOLVED.with();
        }
        var agency =
                new Agency(description.code(), description.name(), description.kind(), parent, Vietnam.today(clock));
        agency.describe(description.code(), description.kind(), description.place());
        store(() -> agencies.add(agency), description);
        trail.note("AGENCY_CREATED", "agency", agency.id(), Map.of("name", agency.name(), "parent", parent.id()));
        return agency.id();
    }

    /**
     * Renames or describes an agency anew; a changed name or kind opens a version.
     *
     * @param version the {@link Agency#version()} that the caller saw
     * @throws vn.camket.platform.Refusal NAME_MISSING, AGENCY_CODE_TAKEN, DISSOLVED, CHANGED_MEANWHILE
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void change(long agencyId, int version, Description description) {
        var agency = unchanged(agencyId, version);
        refuseUnlessUsable(description, agencyId);
        var before = agency.name();
        var renamed = !before.equals(description.name()) || agency.kind() != description.kind();
        agency.rename(description.name());
        agency.describe(description.code(), description.kind(), description.place());
        store(agencies::flush, description);
        if (renamed) {
            openVersion(agency);
        }
        trail.note("AGENCY_CHANGED", "agency", agencyId, Map.of("before", before, "after", agency.name()));
    }

    /**
     * Moves an agency with everything below it under another parent.
     *
     * @throws NotFound when either lies outside the caller's scope
     * @throws vn.camket.platform.Refusal ROOT, MOVE_INTO_ITSELF, MOVE_NOWHERE, DISSOLVED, CHANGED_MEANWHILE
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void move(long agencyId, int version, long newParentId) {
        agencies.lockTree();
        var agency = unchanged(agencyId, version);
        var parent = inScope(newParentId);
        var from = agency.parent().orElseThrow(ROOT::with);
        if (parent.path().startsWith(agency.path())) {
            throw MOVE_INTO_ITSELF.with();
        }
        if (from.id() == newParentId) {
            throw MOVE_NOWHERE.with();
        }
        if (parent.isDissolved()) {
            throw DISSOLVED.with();
        }
        var oldPath = agency.path();
        var oldDepth = agency.depth();
        agency.moveUnder(parent);
        agencies.flush();
        openVersion(agency);
        agencies.flush();
        agencies.moveBelow(oldPath, agency.path(), agency.depth() - oldDepth, Vietnam.today(clock));
        trail.note("AGENCY_MOVED", "agency", agencyId, Map.of("from", from.id(), "to", newParentId));
    }

    /**
     * Ends an agency. Posts besides the main ones, and headships, end with it.
     *
     * @throws vn.camket.platform.Refusal ROOT, STILL_HAS_CHILDREN, STILL_STAFFED, DISSOLVED, CHANGED_MEANWHILE
     */
    @Requires(Permission.MANAGE_ORGANIZATION)
    public void dissolve(long agencyId, int version) {
        agencies.lockTree();
        var agency = unchanged(agencyId, version);
        var today = Vietnam.today(clock);
        if (agency.parent().isEmpty()) {
            throw ROOT.with();
        }
        if (agencies.hasChildren(agencyId)) {
            throw STILL_HAS_CHILDREN.with();
        }
        var staff = agencies.staff(agencyId, today);
        if (staff > 0) {
            throw STILL_STAFFED.with(staff);
        }
        agency.dissolve(today);
        agencies.openVersion(agencyId)
                .filter(open -> open.period().from().isBefore(today))
                .ifPresent(open -> open.close(today));
        employees.endAllIn(agencyId, today);
        trail.note("AGENCY_DISSOLVED", "agency", agencyId, Map.of("name", agency.name()));
    }

    private Agency inScope(long id) {
        var agency = agencies.byId(id).orElseThrow(NotFound::new);
        caller.require(Permission.MANAGE_ORGANIZATION, agency.path());
        return agency;
    }

    private Agency unchanged(long id, int version) {
        var agency = inScope(id);
        if (agency.isDissolved()) {
            throw DISSOLVED.with();
        }
        if (agency.version() != version) {
            throw CHANGED_MEANWHILE.with();
        }
        return agency;
    }

    private void refuseUnlessUsable(Description description, long exceptId) {
        if (description.name().isEmpty()) {
            throw NAME_MISSING.with();
        }
        if (description.code() != null && agencies.isCodeTaken(description.code(), exceptId)) {
            throw AGENCY_CODE_TAKEN.with(description.code());
        }
    }

    /** The last line: of two changes at the same moment the database lets one through. */
    private static void store(Runnable write, Description description) {
        try {
            write.run();
        } catch (jakarta.persistence.OptimisticLockException meanwhile) {
            throw CHANGED_MEANWHILE.with();
        } catch (PersistenceException collision) {
            if (description.code() == null) {
                throw collision;
            }
            throw AGENCY_CODE_TAKEN.with(description.code());
        }
    }

    private void openVersion(Agency agency) {
        LocalDate today = Vietnam.today(clock);
        var open = agencies.openVersion(agency.id()).orElseThrow();
        if (open.period().from().isBefore(today)) {
            open.close(today);
            agencies.add(new AgencyVersion(agency, today));
        } else {
            open.replaceBy(agency);
        }
    }
}
