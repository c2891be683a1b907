package vn.camket.organization.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.camket.organization.Agency;
import vn.camket.organization.AgencyChoosing;
import vn.camket.organization.OrganizationBrowsing;
import vn.camket.organization.PeopleQuestion;
import vn.camket.organization.PersonClass;
import vn.camket.organization.PersonListed;
import vn.camket.platform.NotFound;
import vn.camket.platform.web.Paging;

/** The list of people: searched, filtered, twenty a page, by given name. */
@Named
@RequestScoped
public class StaffView {
    @Inject
    AgencyChoosing choosing;

    @Inject
    OrganizationBrowsing browsing;

    private @Nullable String search;
    private @Nullable Long agencyId;
    private @Nullable PersonClass personClass;
    private boolean left;
    private int page = 1;

    private @Nullable Agency agency;
    private List<PersonListed> people = List.of();
    private Paging paging = new Paging(1, 0, "");

    public void open() {
        if (agencyId != null) {
            agency = choosing.choice(agencyId).orElseThrow(NotFound::new);
        }
        var question = new PeopleQuestion(search == null ? "" : search, agencyId, personClass, left);
        paging = new Paging(page, browsing.countPeople(question), address());
        people = browsing.people(question, paging.offset(), Paging.SIZE);
    }

    private String address() {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        var address = new StringBuilder(external.getRequestContextPath()).append("/organization/people.xhtml?");
        if (search != null && !search.isBlank()) {
            address.append("search=")
                    .append(URLEncoder.encode(search, StandardCharsets.UTF_8))
                    .append('&');
        }
        if (agencyId != null) {
            address.append("agency=").append(agencyId).append('&');
        }
        if (personClass != null) {
            address.append("class=").append(personClass.name()).append('&');
        }
        return address.append(left ? "left=true&" : "").toString();
    }

    public List<PersonListed> getPeople() {
        return people;
    }

    public Paging getPaging() {
        return paging;
    }

    public @Nullable Agency getAgency() {
        return agency;
    }

    public List<PersonClass> getClasses() {
        return List.of(PersonClass.values());
    }

    /** Whether anything narrows the list. */
    public boolean isFiltered() {
        return left || personClass != null || agencyId != null || (search != null && !search.isBlank());
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }

    public @Nullable Long getAgencyId() {
        return agencyId;
    }

    public void setAgencyId(@Nullable Long agencyId) {
        this.agencyId = agencyId;
    }

    public @Nullable PersonClass getPersonClass() {
        return personClass;
    }

    public void setPersonClass(@Nullable PersonClass personClass) {
        this.personClass = personClass;
    }

    public boolean isLeft() {
        return left;
    }

    public void setLeft(boolean left) {
        this.left = left;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
