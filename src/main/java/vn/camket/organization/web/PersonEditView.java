package vn.camket.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.AgencyChoosing;
import vn.camket.organization.EmployeeKeeping;
import vn.camket.organization.OrganizationBrowsing;
import vn.camket.organization.OrganizationRefusal;
import vn.camket.organization.PersonClass;
import vn.camket.organization.PersonSheet;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;

/** Taking a person on, or changing name, class and flags. */
@Named
@RequestScoped
public class PersonEditView {
    @Inject
    AgencyChoosing choosing;

    @Inject
    OrganizationBrowsing browsing;

    @Inject
    EmployeeKeeping keeping;

    @Inject
    HttpServletRequest request;

    private @Nullable PersonSheet sheet;
    private @Nullable String code;
    private @Nullable String fullName;
    private @Nullable PersonClass personClass = PersonClass.CIVIL_SERVANT;
    private boolean leader;
    private boolean policyMaker;
    private boolean publicFacing;
    private @Nullable AgencyChoice agency;
    private @Nullable String position;
    private @Nullable LocalDate day;
    private int version = -1;

    public void open() {
        if (isFresh()) {
            Requested.maybeId(request, "agency")
                    .ifPresent(id -> agency = choosing.choice(id)
                            .map(found -> new AgencyChoice(found.id(), found.name()))
                            .orElseThrow(NotFound::new));
            return;
        }
        var employee = sheet().employee();
        code = employee.code();
        fullName = employee.fullName();
        personClass = employee.personClass();
        leader = employee.isLeader();
        policyMaker = employee.isPolicyMaker();
        publicFacing = employee.isPublicFacing();
        version = employee.version();
    }

    private PersonSheet sheet() {
        if (sheet == null) {
            sheet = browsing.person(Requested.id(request, "person"));
        }
        return sheet;
    }

    public @Nullable String save() {
        long id;
        try {
            var description = new EmployeeKeeping.Description(
                    fullName == null ? "" : fullName,
                    personClass == null ? PersonClass.CIVIL_SERVANT : personClass,
                    leader,
                    policyMaker,
                    publicFacing);
            if (isFresh()) {
                id = keeping.create(
                        code == null ? "" : code, description, agency == null ? null : agency.id(), position, day);
            } else {
                id = sheet().employee().id();
                keeping.change(id, version, description);
            }
            Notices.done(
                    isFresh() ? "organization.person.created" : "organization.person.saved", description.fullName());
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
            return null;
        }
        return "/organization/person.xhtml?faces-redirect=true&person=" + id;
    }

    private static @Nullable String field(Refusal refusal) {
        return switch ((OrganizationRefusal) refusal.reason()) {
            case EMPLOYEE_CODE_TAKEN, EMPLOYEE_CODE_MISSING -> "edit:code";
            case NAME_MISSING -> "edit:fullName";
            case AGENCY_MISSING, DISSOLVED -> "edit:agency_input";
            case POSITION_MISSING -> "edit:position";
            case DAY_MISSING, DAY_IN_FUTURE, DAY_BEFORE_POST -> "edit:day";
            case AGENCY_CODE_TAKEN,
                    MOVE_INTO_ITSELF,
                    MOVE_NOWHERE,
                    ROOT,
                    STILL_STAFFED,
                    STILL_HAS_CHILDREN,
                    HAS_LEFT,
                    POST_HELD,
                    HEADSHIP_HELD,
                    HEAD_EXISTS,
                    NUMBER_MALFORMED,
                    NUMBER_TAKEN,
                    CHANGED_MEANWHILE -> null;
        };
    }

    public boolean isFresh() {
        return request.getParameter("person") == null;
    }

    public PersonSheet getSheet() {
        return sheet();
    }

    public List<PersonClass> getClasses() {
        return List.of(PersonClass.values());
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getFullName() {
        return fullName;
    }

    public void setFullName(@Nullable String fullName) {
        this.fullName = fullName;
    }

    public @Nullable PersonClass getPersonClass() {
        return personClass;
    }

    public void setPersonClass(@Nullable PersonClass personClass) {
        this.personClass = personClass;
    }

    public boolean isLeader() {
        return leader;
    }

    public void setLeader(boolean leader) {
        this.leader = leader;
    }

    public boolean isPolicyMaker() {
        return policyMaker;
    }

    public void setPolicyMaker(boolean policyMaker) {
        this.policyMaker = policyMaker;
    }

    public boolean isPublicFacing() {
        return publicFacing;
    }

    public void setPublicFacing(boolean publicFacing) {
        this.publicFacing = publicFacing;
    }

    public @Nullable AgencyChoice getAgency() {
        return agency;
    }

    public void setAgency(@Nullable AgencyChoice agency) {
        this.agency = agency;
    }

    public @Nullable String getPosition() {
        return position;
    }

    public void setPosition(@Nullable String position) {
        this.position = position;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
