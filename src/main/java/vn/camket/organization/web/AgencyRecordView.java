package vn.camket.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.AgencyKeeping;
import vn.camket.organization.AgencySheet;
import vn.camket.organization.OrganizationBrowsing;
import vn.camket.organization.OrganizationRefusal;
import vn.camket.platform.Refusal;
import vn.camket.platform.web.Notices;

/** One agency: what it is, was and holds; moving and dissolving it. */
@Named
@RequestScoped
public class AgencyRecordView {
    @Inject
    OrganizationBrowsing browsing;

    @Inject
    AgencyKeeping keeping;

    @Inject
    HttpServletRequest request;

    private @Nullable AgencySheet sheet;
    private @Nullable AgencyChoice destination;
    private int version = -1;

    public void open() {
        sheet();
    }

    private AgencySheet sheet() {
        if (sheet == null) {
            sheet = browsing.agency(Requested.id(request, "agency"));
        }
        return sheet;
    }

    public @Nullable String move() {
        try {
            if (destination == null) {
                throw OrganizationRefusal.AGENCY_MISSING.with();
            }
            keeping.move(sheet().agency().id(), version, destination.id());
        } catch (Refusal refusal) {
            Notices.refused(refusal, "move:destination_input");
            return null;
        }
        Notices.done("organization.agency.moved", sheet().agency().name(), destination.label());
        return again();
    }

    public @Nullable String dissolve() {
        try {
            keeping.dissolve(sheet().agency().id(), version);
        } catch (Refusal refusal) {
            Notices.refused(refusal, null);
            return null;
        }
        Notices.done("organization.agency.dissolved", sheet().agency().name());
        return again();
    }

    private String again() {
        return "/organization/agency.xhtml?faces-redirect=true&agency="
                + sheet().agency().id();
    }

    public AgencySheet getSheet() {
        return sheet();
    }

    /** Whether it may be moved or dissolved at all: not the root, not dissolved. */
    public boolean isChangeable() {
        return !sheet().agency().isDissolved();
    }

    public boolean isMovable() {
        return isChangeable() && sheet().agency().parent().isPresent();
    }

    /** Whether nothing stands in the way of dissolving it. */
    public boolean isDissolvable() {
        return isMovable() && sheet().here() == 0 && sheet().children().isEmpty();
    }

    public @Nullable AgencyChoice getDestination() {
        return destination;
    }

    public void setDestination(@Nullable AgencyChoice destination) {
        this.destination = destination;
    }

    /** The version that the reader saw; a form carries it along. */
    public int getVersion() {
        return version < 0 ? sheet().agency().version() : version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
