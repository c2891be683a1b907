package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import vn.camket.platform.Refusal;

class CertificateChainTest {
    private static final PublicKey KEY = SampleIssuer.pair().getPublic();
    private static final SampleIssuer ROOT = SampleIssuer.root("Root");

    @Test
    void takesTheCertificateWithThoseAboveIt() {
        var issuer = ROOT.below("Between").below("Issuer");
        var certificate = issuer.issue(KEY);
        var noted = "subject=CN = Camket\n"
                + new String(issuer.chainFor(certificate), StandardCharsets.US_ASCII).replace("\n", "\r\n");

        var chain = CertificateChain.read(noted.getBytes(StandardCharsets.US_ASCII));
        check(chain);

        assertThat(chain.certificates())
                .hasSize(4)
                .startsWith(certificate)
                .endsWith(ROOT.chain().get(0));
        assertThat(chain.end()).isEqualTo(ROOT.chain().get(0).getNotAfter().toInstant());
    }

    @Test
    void takesAChainWithoutItsRoot() {
        var issuer = ROOT.below("Issuer");

        check(CertificateChain.read(
                SampleIssuer.pem(List.of(issuer.issue(KEY), issuer.chain().get(0)))));
    }

    @Test
    void refusesEverythingElseAndSaysWhy() {
        SampleIssuer.refused(KEY).forEach((reason, sent) -> assertThatThrownBy(() -> check(CertificateChain.read(sent)))
                .as(reason.name())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason)));
    }

    @Test
    void refusesWhatIsNoCertificateAtAll() {
        for (var garbage : List.of(
                "none",
                "-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                new String(SampleIssuer.pem(ROOT.chain()), StandardCharsets.US_ASCII)
                        .replace("CERTIFICATE", "PKCS7"))) {
            assertThatThrownBy(() -> CertificateChain.read(garbage.getBytes(StandardCharsets.US_ASCII)))
                    .as(garbage)
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.reason())
                            .isEqualTo(AuditRefusal.CERTIFICATE_UNREADABLE));
        }
    }

    @Test
    void refusesACertificateForServersAlone() {
        var server = new SampleIssuer.Wish("Camket").purposes(KeyPurposeId.id_kp_serverAuth);
        var mail = new SampleIssuer.Wish("Camket")
                .usage(KeyUsage.nonRepudiation)
                .purposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_emailProtection);

        assertThatThrownBy(() -> check(CertificateChain.read(ROOT.chainFor(ROOT.issue(server, KEY)))))
                .hasMessageContaining("CERTIFICATE_USAGE_WRONG");
        check(CertificateChain.read(ROOT.chainFor(ROOT.issue(mail, KEY))));
    }

    @Test
    void refusesATopThatIsSignedBySomebodyElse() {
        var forged = SampleIssuer.root("Root").below("Issuer");
        var certificate = forged.issue(KEY);

        assertThatThrownBy(() -> check(CertificateChain.read(SampleIssuer.pem(
                        List.of(certificate, forged.chain().get(0), ROOT.chain().get(0))))))
                .hasMessageContaining("CHAIN_BROKEN");
    }

    @Test
    void namesWhoAsksForACertificate() {
        var name = new CertificateName(" Hệ thống cam kết ", "Sở Nội vụ", "");

        assertThat(Certificates.shortName(new javax.security.auth.x500.X500Principal(encoded(name))))
                .isEqualTo("Hệ thống cam kết");
        assertThatThrownBy(() -> new CertificateName(" ", "Sở Nội vụ", "")).hasMessageContaining("NAME_MISSING");
        assertThatThrownBy(() -> new CertificateName("Camket", "", "")).hasMessageContaining("ORGANIZATION_MISSING");
        assertThatThrownBy(() -> new CertificateName("Camket", "a".repeat(65), ""))
                .hasMessageContaining("NAME_TOO_LONG");
    }

    private static byte[] encoded(CertificateName name) {
        try {
            return name.written().getEncoded();
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void check(CertificateChain chain) {
        chain.requireFor(KEY, Instant.now(), SigningKeys.DAYS_BEFORE_THE_END);
    }
}
