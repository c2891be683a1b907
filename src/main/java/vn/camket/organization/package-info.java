/**
 * Agencies (cơ quan, đơn vị) and their tree, employees (cán bộ, công chức, viên chức), posts and heads, each with the days between which it holds.
 */
@NullMarked
package vn.camket.organization;

import org.jspecify.annotations.NullMarked;
