package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.camket.platform.ContentFile;

class StarterPledgeTest {
    private final ContentFile file = ContentFile.read("/vn/camket/content/pledge/ban-cam-ket.md");

    @Test
    void hasTenClausesForAllTwoForLeadersOneForPolicyMakers() {
        assertThat(file.section("Điều khoản chung").numbered()).hasSize(10);
        assertThat(file.section("Điều khoản đối với lãnh đạo, quản lý").numbered())
                .hasSize(2);
        assertThat(file.section("Điều khoản đối với người tham gia xây dựng chính sách")
                        .numbered())
                .hasSize(1);
    }

    @Test
    void opensClosesAndAsksForConsent() {
        assertThat(file.section("Mở đầu").text()).endsWith(":");
        assertThat(file.section("Kết").text()).endsWith("./.");
        assertThat(file.section("Câu xác nhận").text()).isEqualTo("Tôi đã đọc, hiểu rõ và tự nguyện cam kết");
    }
}
