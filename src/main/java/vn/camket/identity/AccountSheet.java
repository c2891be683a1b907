package vn.camket.identity;

import java.util.List;

/**
 * Everything about one account.
 *
 * @param agencyName where its person works; empty for an account without a person
 * @param codeAsked whether a six-digit code is asked beside the password
 * @param own whether it is the caller's
 */
public record AccountSheet(
        Account account,
        String agencyName,
        List<RoleGrant> grants,
        boolean withinReach,
        boolean codeAsked,
        boolean own) {}
