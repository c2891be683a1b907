package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The validator of the European Commission (DSS) on the files that our own check refuses. By the bare mathematics many of
 * them are valid: of those it tells what is wrong by a warning beside TOTAL_PASSED.
 */
class EuropeanJudgeTest {
    private static final byte[] HONEST = SampleCheck.signer().sign(SampleCheck.ISSUED);

    /** What it remarks on every copy: that its signer names a time, for instance. */
    private static final Set<String> USUAL = remarks(judge(HONEST));

    /**
     * What only our check refuses: by the judge's policy nothing that is shown has changed. It looks neither at scripts, nor
     * at attachments, nor at how large a widget is drawn; and bytes behind the end mark belong to no revision. Our rule is
     * narrower: one signature, and nothing else.
     */
    private static final Set<String> UNSEEN = Set.of(
            "a script in the widget",
            "a script in the picture",
            "other attachments",
            "a picture that does not shrink with the page",
            "too large",
            "much behind it",
            "a line at the end");

    @Test
    void passesAnHonestCopy() {
        assertThat(passes(HONEST)).isTrue();
    }

    @Test
    void passesNothingThatOurCheckRefusesButWhatItDoesNotLookAt() {
        var attacks = new LinkedHashMap<String, Attacks.Attack>(Attacks.inTheSignedRevision());
        attacks.putAll(Attacks.onTheBytes());

        var passed = attacks.entrySet().stream()
                .filter(attack -> passes(attack.getValue().file()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(passed).containsExactlyInAnyOrderElementsOf(UNSEEN);
    }

    /** It does not know whose pledge it is: the certificate of anybody whom the authority knows is as good to it. */
    @Test
    void cannotSeeWhoseCertificateItIs() {
        var other = SampleCheck.AUTHORITY.issue(SampleAuthority.Wish.person("Lê Văn Núi", "CCCD:012199004712"));

        assertThat(passes(SampleCheck.signer(other).sign(SampleCheck.ISSUED))).isTrue();
    }

    /** The seal and one signature, both passed, and nothing to be said about them but the usual. */
    private static boolean passes(byte[] pdf) {
        try {
            var report = judge(pdf);
            return report.getSignaturesCount() == 2
                    && report.getSignatureIdList().stream()
                            .allMatch(id -> report.getIndication(id) == Indication.TOTAL_PASSED)
                    && USUAL.containsAll(remarks(report));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** Warnings, by their keys, each with the place of its signature. */
    private static Set<String> remarks(SimpleReport report) {
        var remarks = new TreeSet<String>();
        for (var id : report.getSignatureIdList()) {
            report.getAdESValidationWarnings(id)
                    .forEach(remark ->
                            remarks.add(report.getSignatureIdList().indexOf(id) + " " + remark.getKey()));
        }
        return remarks;
    }

    private static SimpleReport judge(byte[] pdf) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(SampleCheck.SEAL.authority()));
        trusted.addCertificate(new CertificateToken(SampleCheck.AUTHORITY.certificate()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(SampleCheck.AUTHORITY.list(
                SampleCheck.NOW.minus(Duration.ofHours(2)), SampleCheck.NOW.plus(Duration.ofDays(2))))));
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }
}
