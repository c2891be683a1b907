package vn.camket.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;
import vn.camket.organization.AgencyChoosing;
import vn.camket.organization.AgencyKeeping;
import vn.camket.organization.AgencyKind;
import vn.camket.organization.OrganizationRefusal;
import vn.camket.platform.NotFound;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;

/** Setting up an agency below another one, or describing one anew. */
@Named
@RequestScoped
public class AgencyEditView {
    @Inject
    AgencyChoosing choosing;

    @Inject
    AgencyKeeping keeping;

    @Inject
    HttpServletRequest request;

    private @Nullable Agency agency;
    private @Nullable String name;
    private @Nullable String code;
    private @Nullable AgencyKind kind;
    private @Nullable String place;
    private int version = -1;

    public void open() {
        if (!isFresh()) {
            name = agency().name();
            code = agency().code().orElse(null);
            kind = agency().kind();
            place = agency().place().orElse(null);
            version = agency().version();
        } else {
            parent();
        }
    }

    /** The agency to change, or the one to set up another below. */
    private Agency agency() {
        if (agency == null) {
            agency = choosing.choice(Requested.id(request, isFresh() ? "parent" : "agency"))
                    .orElseThrow(NotFound::new);
        }
        return agency;
    }

    private Agency parent() {
        return agency();
    }

    public @Nullable String save() {
        long id;
        try {
            var description = new AgencyKeeping.Description(
                    code, name == null ? "" : name, kind == null ? AgencyKind.OTHER : kind, place);
            if (isFresh()) {
                id = keeping.create(parent().id(), description);
            } else {
                id = agency().id();
                keeping.change(id, version, description);
            }
            Notices.done(isFresh() ? "organization.agency.created" : "organization.agency.saved", description.name());
        } catch (Refusal refusal) {
            Notices.refused(refusal, field(refusal));
            return null;
        }
        return "/organization/agency.xhtml?faces-redirect=true&agency=" + id;
    }

    private static @Nullable String field(Refusal refusal) {
        if (refusal.reason() == OrganizationRefusal.NAME_MISSING) {
            return "edit:name";
        }
        return refusal.reason() == OrganizationRefusal.AGENCY_CODE_TAKEN ? "edit:code" : null;
    }

    public boolean isFresh() {
        return request.getParameter("agency") == null;
    }

    public Agency getAgency() {
        return agency();
    }

    public List<AgencyKind> getKinds() {
        return List.of(AgencyKind.values());
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable AgencyKind getKind() {
        return kind;
    }

    public void setKind(@Nullable AgencyKind kind) {
        this.kind = kind;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
