package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.Test;
import vn.camket.audit.Ledger;

class TimeStampsTest {
    private static final SampleAuthority.Holder CLOCK = stampers(SampleCheck.AUTHORITY);

    @Test
    void acceptsAStampByAnAuthorityOfTheList() {
        var report = SampleCheck.of(stamped(CLOCK, SampleCheck.AUTHORITY, SampleCheck.NOW, new byte[0]));

        assertThat(report.refusal()).isEmpty();
        assertThat(report.lines())
                .filteredOn(line -> line.check() == Check.TIMESTAMP)
                .extracting(CheckReport.Line::outcome)
                .containsExactly(CheckReport.Outcome.PASSED);
    }

    @Test
    void refusesAStampOverSomethingElseByStrangersOrFromAnotherTime() {
        var strangers = SampleAuthority.root("Đồng hồ lạ");

        refuses(stamped(CLOCK, SampleCheck.AUTHORITY, SampleCheck.NOW, new byte[] {7}));
        refuses(stamped(stampers(strangers), strangers, SampleCheck.NOW, new byte[0]));
        refuses(stamped(CLOCK, SampleCheck.AUTHORITY, SampleCheck.NOW.plus(Duration.ofDays(1)), new byte[0]));
        refuses(stamped(CLOCK, SampleCheck.AUTHORITY, SampleCheck.NOW.minus(Duration.ofDays(31)), new byte[0]));
    }

    @Test
    void refusesWhatIsNoStamp() {
        refuses(SampleCheck.signer()
                .finishing(signed -> with(signed, signed.toASN1Structure()))
                .sign(SampleCheck.ISSUED));
    }

    private static void refuses(byte[] file) {
        assertThat(SampleCheck.of(file).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(TrustRefusal.TIMESTAMP_WRONG));
    }

    private static SampleAuthority.Holder stampers(SampleAuthority authority) {
        return authority.issue(SampleAuthority.Wish.person("Lam Giang TSA", "").stamper());
    }

    private static byte[] stamped(
            SampleAuthority.Holder clock, SampleAuthority authority, Instant at, byte[] something) {
        return SampleCheck.signer()
                .finishing(signed -> {
                    var signature = signed.getSignerInfos()
                            .getSigners()
                            .iterator()
                            .next()
                            .getSignature();
                    return with(
                            signed,
                            token(clock, authority, at, Ledger.sha256(signature, something))
                                    .toCMSSignedData()
                                    .toASN1Structure());
                })
                .sign(SampleCheck.ISSUED);
    }

    private static CMSSignedData with(CMSSignedData signed, org.bouncycastle.asn1.ASN1Encodable stamp) {
        var signer = signed.getSignerInfos().getSigners().iterator().next();
        var table = new AttributeTable(
                new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(stamp)));
        var changed = SignerInformation.replaceUnsignedAttributes(signer, table);
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(changed)));
    }

    private static org.bouncycastle.tsp.TimeStampToken token(
            SampleAuthority.Holder clock, SampleAuthority authority, Instant at, byte[] sha256) {
        try {
            var generator = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder()
                            .build("SHA256withECDSA", clock.key(), clock.certificate()),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            generator.addCertificates(new JcaCertStore(List.of(clock.certificate(), authority.certificate())));
            var requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            return generator.generate(requests.generate(TSPAlgorithms.SHA256, sha256), BigInteger.ONE, Date.from(at));
        } catch (TSPException | OperatorCreationException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
