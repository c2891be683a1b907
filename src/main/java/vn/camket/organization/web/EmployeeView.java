package vn.camket.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.EmployeeKeeping;
import vn.camket.organization.Headship;
import vn.camket.organization.Membership;
import vn.camket.organization.OrganizationBrowsing;
import vn.camket.organization.OrganizationRefusal;
import vn.camket.organization.PersonSheet;
import vn.camket.organization.PersonalNumbers;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;

/** One person: posts and headships over time; transferring, adding posts, appointing, leaving. */
@Named
@RequestScoped
public class EmployeeView {
    @Inject
    OrganizationBrowsing browsing;

    @Inject
    EmployeeKeeping keeping;

    @Inject
    HttpServletRequest request;

    @Inject
    PersonalNumbers numbers;

    private @Nullable String number;
    private boolean numberHeld;
    private @Nullable PersonSheet sheet;
    private int version = -1;
    private @Nullable AgencyChoice agency;
    private @Nullable String position;
    private @Nullable LocalDate day;
    private Membership.@Nullable Kind postKind;
    private Headship.@Nullable Kind headKind;

    public void open() {
        numberHeld = numbers.isHeld(sheet().employee().id());
    }

    private PersonSheet sheet() {
        if (sheet == null) {
            sheet = browsing.person(Requested.id(request, "person"));
        }
        return sheet;
    }

    public @Nullable String transfer() {
        return doing("transfer", "organization.person.transferred", () -> {
            keeping.transfer(id(), version, agencyId(), position, day);
        });
    }

    public @Nullable String addPost() {
        return doing(
                "post",
                "organization.person.post-added",
                () -> keeping.addPost(
                        id(), agencyId(), position, postKind == null ? Membership.Kind.CONCURRENT : postKind, day));
    }

    public @Nullable String endPost(long postId) {
        return doing("ends", "organization.person.post-ended", () -> keeping.endPost(id(), postId));
    }

    public @Nullable String appoint() {
        return doing(
                "appoint",
                "organization.person.appointed",
                () -> keeping.appoint(id(), agencyId(), headKind == null ? Headship.Kind.HEAD : headKind, day));
    }

    public @Nullable String endHeadship(long headshipId) {
        return doing("ends", "organization.person.headship-ended", () -> keeping.endHeadship(id(), headshipId));
    }

    public @Nullable String leave() {
        return doing("leave", "organization.person.left", () -> keeping.leave(id(), version, day));
    }

    public @Nullable String recordNumber() {
        return doing(
                "identifier",
                "organization.person.number.recorded",
                () -> numbers.record(id(), number == null ? "" : number));
    }

    public @Nullable String forgetNumber() {
        return doing("forget", "organization.person.number.forgotten", () -> numbers.forget(id()));
    }

    public boolean isNumberHeld() {
        return numberHeld;
    }

    /** What was typed is not shown again. */
    public @Nullable String getNumber() {
        return null;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    private @Nullable String doing(String form, String outcome, Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(form, refusal));
            return null;
        }
        Notices.done(outcome, sheet().employee().fullName());
        return "/organization/person.xhtml?faces-redirect=true&person=" + id();
    }

    private static @Nullable String field(String form, Refusal refusal) {
        return switch ((OrganizationRefusal) refusal.reason()) {
            case AGENCY_MISSING, DISSOLVED, POST_HELD, HEADSHIP_HELD, HEAD_EXISTS -> form + ":agency_input";
            case POSITION_MISSING -> form + ":position";
            case DAY_MISSING, DAY_BEFORE_POST, DAY_IN_FUTURE -> form + ":day";
            case NAME_MISSING,
                    AGENCY_CODE_TAKEN,
                    MOVE_INTO_ITSELF,
                    MOVE_NOWHERE,
                    ROOT,
                    STILL_STAFFED,
                    STILL_HAS_CHILDREN,
                    EMPLOYEE_CODE_TAKEN,
                    EMPLOYEE_CODE_MISSING,
                    HAS_LEFT,
                    CHANGED_MEANWHILE -> null;
            case NUMBER_MALFORMED, NUMBER_TAKEN -> form + ":number";
        };
    }

    private long id() {
        return sheet().employee().id();
    }

    private @Nullable Long agencyId() {
        return agency == null ? null : agency.id();
    }

    public PersonSheet getSheet() {
        return sheet();
    }

    /** Whether the main post is open: a person who leaves, today or on a day to come, changes posts no more. */
    public boolean isServing() {
        return sheet().main().period().to().isEmpty();
    }

    /** "open" for the form in which something was refused, nothing for the others: as the page's disclosures want it. */
    public @Nullable String opened(String form) {
        var refused = FacesContext.getCurrentInstance().getClientIdsWithMessages();
        while (refused.hasNext()) {
            var field = refused.next();
            if (field != null && field.startsWith(form + ":")) {
                return "open";
            }
        }
        return null;
    }

    public List<Membership.Kind> getPostKinds() {
        return List.of(Membership.Kind.CONCURRENT, Membership.Kind.SECONDED);
    }

    public List<Headship.Kind> getHeadKinds() {
        return List.of(Headship.Kind.values());
    }

    public int getVersion() {
        return version < 0 ? sheet().employee().version() : version;
    }

    public void setVersion(int version) {
        this.version = version;
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

    public Membership.@Nullable Kind getPostKind() {
        return postKind;
    }

    public void setPostKind(Membership.@Nullable Kind postKind) {
        this.postKind = postKind;
    }

    public Headship.@Nullable Kind getHeadKind() {
        return headKind;
    }

    public void setHeadKind(Headship.@Nullable Kind headKind) {
        this.headKind = headKind;
    }
}
