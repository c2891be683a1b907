package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import vn.camket.organization.Agency;
import vn.camket.organization.Employee;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/** The caller as the head who decides on the pledges of others, and how records name the two of them. */
@ApplicationScoped
class ActingHead {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Pledges pledges;

    @Inject
    Caller caller;

    /** @param fields the person in a record, with the post of that day */
    record Decider(Employee person, Map<String, Object> fields) {}

    /** @throws NotFound for an account without a person */
    Decider decider() {
        var person = pledges.employee(caller.employeeId().orElseThrow(NotFound::new));
        return new Decider(
                person,
                Map.of(
                        "employee_code", person.code(),
                        "full_name", person.fullName(),
                        "position", pledges.position(person)));
    }

    /** The agency for which the caller decides: the nearest one headed, at or above that of the signer. */
    Agency agency(Signature signature) {
        return agency(signature.agency().path());
    }

    /** The nearest agency that the caller heads, at or above the one with this path. */
    Agency agency(String below) {
        var path = caller.scope(Permission.CONFIRM_PLEDGES).stream()
                .filter(below::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(NotFound::new);
        var id = Long.parseLong(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1));
        return Optional.ofNullable(entities.find(Agency.class, id)).orElseThrow(NotFound::new);
    }

    static Map<String, Object> fields(Agency agency) {
        return Map.of("id", agency.id(), "name", agency.name());
    }
}
