package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** The list of the running application, changed by an administrator as on the page. */
public final class TrustedList {
    static final String PAGE = "/trust/authorities.xhtml";
    static final String PASSWORD = Person.SYSTEM_ADMINISTRATOR.password();

    private static SampleAuthority root;
    private static SampleAuthority authority;

    private TrustedList() {}

    /** Root and authority that all tests share; the authority has no list of revoked certificates at first. */
    public static synchronized SampleAuthority authority() {
        if (authority == null) {
            root = SampleAuthority.root("Lam Giang Root CA");
            authority = root.below("Lam Giang CA", 0);
            add(root);
            add(authority);
        }
        return authority;
    }

    /** Another authority of the list, of which nothing is known but itself. */
    public static SampleAuthority silentAuthority(String name) {
        authority();
        var silent = root.below(name, 0);
        add(silent);
        return silent;
    }

    private static void add(SampleAuthority one) {
        assertThat(add(one.certificate(), PASSWORD).body()).contains("Đã thêm vào danh sách");
    }

    static Http.Answer add(java.security.cert.X509Certificate certificate, String password) {
        return http().post(PAGE, Map.of("act", "add", "certificate", base64(certificate), "password", password));
    }

    static String base64(java.security.cert.X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Http.Answer bring(byte[] list) {
        return http().postFile(PAGE, Map.of("act", "revocations"), "list", "ca.crl", list);
    }

    /** Brings a list by the authority that says of these certificates that they are revoked. */
    public static void tell(SampleAuthority by, SampleAuthority.Holder... revoked) {
        var now = SampleAuthority.now();
        var certificates = java.util.Arrays.stream(revoked)
                .map(SampleAuthority.Holder::certificate)
                .toArray(java.security.cert.X509Certificate[]::new);
        assertThat(bring(by.list(now.minus(Duration.ofMinutes(1)), now.plus(Duration.ofDays(3)), certificates))
                        .body())
                .contains("Đã cập nhật danh sách thu hồi");
    }

    static Http http() {
        return Http.as(Person.SYSTEM_ADMINISTRATOR);
    }
}
