package vn.camket.report.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.NotFound;
import vn.camket.report.Asked;
import vn.camket.report.PeopleReport;
import vn.camket.report.PersonReport;

/** How far one person is. */
@Named
@RequestScoped
public class PersonView {
    @Inject
    PeopleReport report;

    private @Nullable String enrolment;
    private @Nullable PersonReport person;

    public void open() {
        var id = Asked.id(enrolment);
        if (id == null) {
            throw new NotFound();
        }
        person = report.person(id);
    }

    public @Nullable PersonReport getPerson() {
        return person;
    }

    public @Nullable String getEnrolment() {
        return enrolment;
    }

    public void setEnrolment(@Nullable String enrolment) {
        this.enrolment = enrolment;
    }
}
