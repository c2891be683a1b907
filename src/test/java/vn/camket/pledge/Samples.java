package vn.camket.pledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.access.Authentication;

/** Pledges of invented people, always the same. */
final class Samples {
    static final LookupCode CODE = LookupCode.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    static final Instant SIGNED_AT = Instant.parse("2026-09-15T03:41:07.250Z");

    private Samples() {}

    static PledgeRecord record() {
        return record("Nguyễn Thị Hải Yến", 2);
    }

    static PledgeRecord record(String fullName, int clauses) {
        return new PledgeRecord(
                1,
                content(fullName, clauses),
                1,
                null,
                SignatureMethod.ELECTRONIC_CONFIRMATION,
                Authentication.PASSWORD,
                SIGNED_AT,
                "000102030405060708090a0b0c0d0e0f",
                CODE.sha256());
    }

    /** The same in form 2, in the place of another. */
    static PledgeRecord secondRecord() {
        return new PledgeRecord(
                2,
                content(
                        "Nguyễn Thị Hải Yến",
                        2,
                        List.of(
                                new PledgeContent.Commitment(
                                        "chung-2",
                                        "Trả lời mọi văn bản xin ý kiến phối hợp chậm nhất 02 ngày làm việc."),
                                new PledgeContent.Commitment(null, "Số hóa xong hồ sơ năm 2025 trước ngày 30/11."))),
                2,
                "ab".repeat(32),
                SignatureMethod.ELECTRONIC_CONFIRMATION,
                Authentication.PASSWORD,
                SIGNED_AT,
                "000102030405060708090a0b0c0d0e0f",
                CODE.sha256());
    }

    private static PledgeContent content(String fullName, int clauses) {
        return content(fullName, clauses, List.of());
    }

    private static PledgeContent content(String fullName, int clauses, List<PledgeContent.Commitment> commitments) {
        return new PledgeContent(
                new PledgeContent.Round(
                        1, "Nói không với tiêu cực", 1, "Đợt năm 2026", "Ủy ban nhân dân tỉnh Lam Giang"),
                7,
                new PledgeContent.Task(5, "Bản cam kết cá nhân"),
                new PledgeContent.Wording(
                        "ban-cam-ket-ca-nhan",
                        1,
                        "00".repeat(32),
                        "Bản cam kết cá nhân",
                        "Thực hiện Cuộc vận động “Cán bộ, công chức, viên chức nói không với tiêu cực”",
                        "Sau khi học tập, quán triệt nội dung Cuộc vận động, tôi tự nguyện cam kết:",
                        clauses(clauses),
                        "Tôi xin chịu trách nhiệm về việc thực hiện những nội dung đã cam kết./.",
                        "Tôi đã đọc, hiểu rõ và tự nguyện cam kết"),
                new PledgeContent.Signer(
                        "LG0001",
                        fullName,
                        "CIVIL_SERVANT",
                        "Chuyên viên",
                        new PledgeContent.Unit(
                                3,
                                "H99.2",
                                "Sở Nội vụ",
                                "/1/3/",
                                List.of("Ủy ban nhân dân tỉnh Lam Giang", "Sở Nội vụ")),
                        "Lam Giang"),
                List.of(new PledgeContent.Studied(1, "Văn hóa công vụ", Instant.parse("2026-08-20T02:00:00.000Z"))),
                commitments);
    }

    private static List<PledgeContent.Clause> clauses(int count) {
        var clauses = new ArrayList<PledgeContent.Clause>();
        for (var number = 1; number <= count; number++) {
            clauses.add(new PledgeContent.Clause(
                    number,
                    StepAudience.ALL,
                    "Tận tụy, chủ động trong công việc; không đùn đẩy, né tránh trách nhiệm, không kéo dài thời gian"
                            + " giải quyết công việc của người dân và doanh nghiệp."));
        }
        return List.copyOf(clauses);
    }
}
