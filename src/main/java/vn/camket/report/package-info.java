/**
 * Figures across rooms (báo cáo): completion of an agency and its subtree, lists, exports. Reads only.
 */
@NullMarked
package vn.camket.report;

import org.jspecify.annotations.NullMarked;
