package vn.camket.organization;

import java.util.List;

/**
 * Everything about one agency.
 *
 * @param above agencies above it, from the top of the caller's scope
 * @param people main posts in its whole subtree today; {@code here} those in the agency itself
 */
public record AgencySheet(
        Agency agency,
        List<Agency> above,
        List<AgencyNode> children,
        List<AgencyTime> history,
        List<Headship> heads,
        long people,
        long here) {}
