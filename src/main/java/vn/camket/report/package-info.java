/**
 * Figures across rooms (báo cáo): completion of an agency and its subtree (tỷ lệ hoàn thành), who is not done, the
 * Excel file of it. Reads only. A rate is done / required, people exempt stand outside both
 * (ui.md section 1: never a rate without its two numbers).
 */
@NullMarked
package vn.camket.report;

import org.jspecify.annotations.NullMarked;
