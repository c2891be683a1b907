package vn.camket.identity;

/** A role held at the top of a subtree. @param path path of that agency, {@code /1/45/} */
public record Holding(Role role, long agencyId, String path, String agencyName) {}
