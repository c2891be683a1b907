/**
 * What the installation believes of keys that are not its own (tin cậy): the list of certification authorities that an
 * administrator keeps (danh sách tổ chức chứng thực), what is known about revoked certificates (trạng thái thu hồi), and
 * the check of a PDF that a person has signed with a personal certificate (ký số bằng chứng thư số cá nhân).
 *
 * <p>Rules: ISO 32000-1 12.8 and ETSI EN 319 142-1 for the signature in the file, RFC 5280 for certificates and lists,
 * RFC 6960 for answers about one certificate, RFC 3161 for time stamps. Only this signature is called "ký số": a
 * confirmation by password is "xác nhận điện tử".
 *
 * <p>On the screen: ListSummary danh sách thu hồi; TrustKeeping danh sách tổ chức chứng thực; TrustedCertificate tổ chức
 * chứng thực được tin cậy.
 */
@NullMarked
package vn.camket.trust;

import org.jspecify.annotations.NullMarked;
