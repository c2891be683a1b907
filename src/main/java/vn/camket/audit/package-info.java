/**
 * The ledger (sổ bằng chứng) of acts of evidence and the audit trail (nhật ký): inserted once, never changed.
 *
 * <p>On the screen: AnchorChannel kênh gửi đầu sổ ra ngoài; Anchoring gửi đầu sổ ra ngoài; KeyKeeping gia hạn khóa,
 * báo lộ khóa; Ledger sổ bằng chứng; LedgerChecking kiểm tra sổ bằng chứng; Seal niêm phong bản PDF; SigningKeys khóa
 * ký của hệ thống.
 */
@NullMarked
package vn.camket.audit;

import org.jspecify.annotations.NullMarked;
