package vn.camket.identity;

import java.util.List;

/**
 * An account as a row of the list.
 *
 * @param agencyName where its person works; empty for an account without a person
 * @param roles roles granted today
 */
public record AccountListed(
        long id,
        String userName,
        String displayName,
        String agencyName,
        boolean activated,
        boolean disabled,
        List<Role> roles) {}
