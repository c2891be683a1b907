package vn.camket.campaign;

import java.util.List;
import java.util.Map;
import vn.camket.organization.PersonClass;

/** How many people an audience has today. */
public record AudienceSize(long people, long agencies, Map<PersonClass, Long> classes, List<Part> parts) {
    /** People of an agency directly below the owner with its subtree, or of the owner itself. */
    public record Part(String agency, long people) {}

    public long of(PersonClass personClass) {
        return classes.getOrDefault(personClass, 0L);
    }
}
