/**
 * The ledger (sổ bằng chứng) of acts of evidence and the audit trail (nhật ký): inserted once, never changed.
 */
@NullMarked
package vn.camket.audit;

import org.jspecify.annotations.NullMarked;
