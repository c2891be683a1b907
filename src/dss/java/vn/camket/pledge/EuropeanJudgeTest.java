package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import vn.camket.audit.SampleSeal;

/** The validator of the European Commission (DSS) judges our PDFs by its default policy. */
class EuropeanJudgeTest {
    private static final SampleSeal SEAL = SampleSeal.ecdsa();

    @Test
    void acceptsAPledgeSealedWithEitherAlgorithm() throws IOException {
        for (var seal : new SampleSeal[] {SEAL, SampleSeal.rsa()}) {
            var report = judge(SamplePdf.sealed(seal), seal);

            assertThat(report.getSignaturesCount()).isEqualTo(1);
            assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.getSignatureFormat(report.getFirstSignatureId()))
                    .isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        }
    }

    /** Our own certificates say that no list of revoked ones exists; here the list of another authority is out of reach. */
    @Test
    void asksOnlyForTheRevocationsOfAnotherAuthority() throws IOException {
        var seal = SampleSeal.foreign();
        var report = judge(SamplePdf.sealed(seal), seal);

        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.INDETERMINATE);
        assertThat(report.getAdESValidationErrors(report.getFirstSignatureId()))
                .extracting(error -> error.getValue())
                .contains("No revocation data found for the certificate!");
        assertThat(report.getSignatureFormat(report.getFirstSignatureId())).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
    }

    @Test
    void acceptsNoAlteredCopy() throws IOException {
        for (var altered : SamplePdf.altered(SamplePdf.sealed(SEAL)).entrySet()) {
            assertThat(passes(altered.getValue())).as(altered.getKey()).isFalse();
        }
    }

    private static boolean passes(byte[] pdf) {
        try {
            var report = judge(pdf, SEAL);
            return report.getSignaturesCount() == 1
                    && report.getIndication(report.getFirstSignatureId()) == Indication.TOTAL_PASSED
                    && report.getAdESValidationWarnings(report.getFirstSignatureId()).isEmpty();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static SimpleReport judge(byte[] pdf, SampleSeal seal) {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(seal.authority()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }
}
