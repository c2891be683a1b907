package vn.camket.identity;

import java.util.List;

/** Everything about one account. @param agencyName where its person works; empty for an account without a person */
public record AccountSheet(Account account, String agencyName, List<RoleGrant> grants, boolean withinReach) {}
