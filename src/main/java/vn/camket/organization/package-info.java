/**
 * Agencies (cơ quan, đơn vị) and their tree, employees (cán bộ, công chức, viên chức), posts and heads, each with the days between which it holds.
 *
 * <p>On the screen: Founding cơ quan gốc; Headship thủ trưởng, cấp phó, quyền; PersonalNumbers số định danh cá nhân.
 */
@NullMarked
package vn.camket.organization;

import org.jspecify.annotations.NullMarked;
