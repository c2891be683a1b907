package vn.camket.organization;

/** A person as a row of the list, with the main post. */
public record PersonListed(
        long id,
        String code,
        String fullName,
        PersonClass personClass,
        boolean leader,
        String position,
        long agencyId,
        String agencyName) {}
