/**
 * The numbered pledge text (mẫu bản cam kết), signatures (chữ ký), the issued PDF, the public check, confirmation by the head (xác nhận của thủ trưởng).
 *
 * <p>On the screen: CertificateSigning ký số bằng chứng thư số cá nhân; CommitmentLibrary danh mục cam kết cụ thể;
 * Confirmation xác nhận của thủ trưởng; ConfirmedLists danh sách bản cam kết đã xác nhận; EndKind rút cam kết, trả
 * lại kèm lý do, đã được thay thế; LookupCode mã biên nhận; PledgeChecking kiểm tra bản cam kết; PledgeIssuing phát
 * hành bản PDF; PledgeReceipt biên nhận; PledgeRefusing từ chối ký, nêu lý do; PledgeSigning ký bản cam kết;
 * PledgeWriting soạn bản cam kết; RefusedPledge từ chối ký; SignatureMethod xác nhận điện tử, chữ ký số; SignedUpload
 * bản PDF đã ký số; PledgeThread theo dõi thực hiện cam kết; SelfRating tự đánh giá; ThreadSheet phiếu theo dõi thực
 * hiện cam kết; Withdrawal đề nghị rút cam kết.
 */
@NullMarked
package vn.camket.pledge;

import org.jspecify.annotations.NullMarked;
