/**
 * The numbered pledge text (mẫu bản cam kết), signatures (chữ ký), the issued PDF, the public check, confirmation by the head (xác nhận của thủ trưởng).
 */
@NullMarked
package vn.camket.pledge;

import org.jspecify.annotations.NullMarked;
