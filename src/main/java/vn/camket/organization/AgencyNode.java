package vn.camket.organization;

import java.io.Serializable;

/**
 * An agency as a row of the tree.
 *
 * @param code empty when it has none
 * @param people main posts in its whole subtree today
 * @param parentName empty at the top
 */
public record AgencyNode(
        long id, String code, String name, AgencyKind kind, String parentName, long people, boolean hasChildren)
        implements Serializable {}
