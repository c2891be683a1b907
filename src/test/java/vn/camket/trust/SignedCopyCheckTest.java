package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.camket.audit.SampleSeal;
import vn.camket.pledge.SamplePdf;

class SignedCopyCheckTest {
    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "RSA-2048", "RSA-3072"})
    void acceptsAnHonestSignatureByEveryKindOfKey(String key) {
        var report = SampleCheck.of(SampleCheck.signer(SampleCheck.person(key)).sign(SampleCheck.ISSUED));

        assertThat(report.refusal()).isEmpty();
        assertThat(report.verdict()).isEqualTo(CheckReport.Verdict.ACCEPTED);
        assertThat(report.lines()).extracting(CheckReport.Line::check).containsExactly(Check.values());
        assertThat(report.signer().orElseThrow().name()).isEqualTo(SampleCheck.NAME);
        assertThat(report.signer().orElseThrow().issuer()).isEqualTo("Lam Giang CA");
    }

    @Test
    void acceptsWhatOlderSoftwareMakes() {
        assertThat(SampleCheck.of(SampleCheck.signer().plain().sign(SampleCheck.ISSUED))
                        .verdict())
                .isEqualTo(CheckReport.Verdict.ACCEPTED);
    }

    @Test
    void acceptsThePersonsNumberInEveryPlaceWhereAuthoritiesWriteIt() {
        for (var wish : Set.of(
                SampleAuthority.Wish.person("Yến", "").with(BCStyle.SERIALNUMBER, "CCCD:" + SampleCheck.NUMBER),
                SampleAuthority.Wish.person("Yến", "").with(BCStyle.SERIALNUMBER, "IDCVN-" + SampleCheck.NUMBER),
                SampleAuthority.Wish.person("Yến", SampleCheck.NUMBER))) {
            var file = SampleCheck.signer(SampleCheck.AUTHORITY.issue(wish)).sign(SampleCheck.ISSUED);

            assertThat(SampleCheck.of(file).verdict()).isEqualTo(CheckReport.Verdict.ACCEPTED);
        }
    }

    @Test
    void acceptsAPictureOnBlankPaperAndNoneOverWords() {
        var margin = new PDRectangle(10, 400, 60, 40);
        var clauses = new PDRectangle(200, 400, 200, 100);

        assertThat(SampleCheck.of(SampleCheck.signer().showing(margin, 0).sign(SampleCheck.ISSUED))
                        .refusal())
                .isEmpty();
        assertRefused(
                SampleCheck.signer().showing(clauses, 0).sign(SampleCheck.ISSUED), TrustRefusal.PICTURE_COVERS_TEXT);
    }

    @Test
    void acceptsAnOrdinaryUpdateOfTheFilesInformation() {
        var file = SampleCheck.signer()
                .meddling(document -> {
                    document.getDocumentInformation().setProducer("Phần mềm ký số");
                    document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
                })
                .sign(SampleCheck.ISSUED);

        assertThat(SampleCheck.of(file).refusal()).isEmpty();
    }

    @Test
    void acceptsBothSeals() {
        var issued = SamplePdf.sealed(SampleSeal.rsa());
        var file = SampleCheck.signer().sign(issued);

        assertThat(new SignedCopyCheck(
                                issued,
                                file,
                                SampleCheck.list(),
                                SampleCheck.lists(),
                                SampleCheck::person,
                                SampleCheck.NOW)
                        .report()
                        .verdict())
                .isEqualTo(CheckReport.Verdict.ACCEPTED);
    }

    @Test
    void refusesWhateverElseIsChangedInTheSignedRevision() {
        refusesAll(Attacks.inTheSignedRevision());
    }

    @Test
    void refusesWhatIsDoneToTheBytes() {
        refusesAll(Attacks.onTheBytes());
    }

    private static void refusesAll(Map<String, Attacks.Attack> attacks) {
        attacks.forEach(
                (name, attack) -> assertThat(SampleCheck.of(attack.file()).refusal())
                        .as(name)
                        .hasValueSatisfying(
                                refusal -> assertThat(refusal.reason()).as(name).isEqualTo(attack.reason())));
    }

    @Test
    void refusesAnotherPersonsCertificate() {
        var other = SampleCheck.AUTHORITY.issue(SampleAuthority.Wish.person(SampleCheck.NAME, "CCCD:012199004712"));
        var nameless = SampleCheck.AUTHORITY.issue(SampleAuthority.Wish.person(SampleCheck.NAME, ""));

        assertRefused(SampleCheck.signer(other).sign(SampleCheck.ISSUED), TrustRefusal.OTHER_PERSON);
        assertRefused(SampleCheck.signer(nameless).sign(SampleCheck.ISSUED), TrustRefusal.OTHER_PERSON);
    }

    @Test
    void refusesACertificateOutsideItsTime() {
        var day = Duration.ofDays(1);
        var expired = wish().between(SampleCheck.NOW.minus(day.multipliedBy(90)), SampleCheck.NOW.minus(day));
        var early = wish().between(SampleCheck.NOW.plus(day), SampleCheck.NOW.plus(day.multipliedBy(90)));

        assertRefused(signedBy(expired), TrustRefusal.CERTIFICATE_EXPIRED);
        assertRefused(signedBy(early), TrustRefusal.CERTIFICATE_NOT_YET_VALID);
    }

    @Test
    void refusesACertificateForOtherUses() {
        assertRefused(signedBy(wish().usage(KeyUsage.keyEncipherment)), TrustRefusal.KEY_USAGE_WRONG);
        assertThat(SampleCheck.of(signedBy(wish().usage(KeyUsage.nonRepudiation)))
                        .verdict())
                .isEqualTo(CheckReport.Verdict.ACCEPTED);
    }

    @Test
    void refusesARevokedCertificateAndWaitsWhereNothingIsKnown() {
        var file = SampleCheck.signer().sign(SampleCheck.ISSUED);

        assertThat(SampleCheck.of(file, SampleCheck.lists(SampleCheck.PERSON)).refusal())
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.reason()).isEqualTo(TrustRefusal.CERTIFICATE_REVOKED));
        var unknown = SampleCheck.of(file, (certificate, issuer, at) -> new RevocationState.Unknown("offline"));
        assertThat(unknown.verdict()).isEqualTo(CheckReport.Verdict.AWAITING_CHECK);
        assertThat(unknown.lines())
                .filteredOn(line -> line.outcome() == CheckReport.Outcome.OPEN)
                .extracting(CheckReport.Line::check)
                .containsExactly(Check.REVOCATION);
    }

    @Test
    void refusesWeakHashesAndKeys() {
        assertRefused(
                SampleCheck.signer(SampleCheck.person("RSA-2048"))
                        .algorithm("SHA1withRSA")
                        .sign(SampleCheck.ISSUED),
                TrustRefusal.DIGEST_WEAK);
        assertRefused(
                SampleCheck.signer().algorithm("SHA1withECDSA").sign(SampleCheck.ISSUED), TrustRefusal.DIGEST_WEAK);
        assertRefused(signedBy(wish().key("RSA-1024")), TrustRefusal.KEY_WEAK);
        assertRefused(signedBy(wish().signedWith("SHA1withECDSA")), TrustRefusal.DIGEST_WEAK);
    }

    @Test
    void refusesWhatNoAuthorityOfTheListVouchesFor() {
        var stranger = SampleAuthority.root("Lam Giang Root CA");
        var forged = stranger.below("Lam Giang CA", 0);
        var own = SampleAuthority.selfSigned(wish());
        var tooLong = SampleCheck.AUTHORITY.below("Phòng máy", 0);

        assertRefused(
                new PersonalSigner(forged.issue(wish()), forged.certificate(), stranger.certificate())
                        .sign(SampleCheck.ISSUED),
                TrustRefusal.ISSUER_NOT_TRUSTED);
        assertRefused(new PersonalSigner(own).sign(SampleCheck.ISSUED), TrustRefusal.ISSUER_NOT_TRUSTED);
        assertRefused(
                new PersonalSigner(tooLong.issue(wish()), tooLong.certificate(), SampleCheck.AUTHORITY.certificate())
                        .sign(SampleCheck.ISSUED),
                TrustRefusal.ISSUER_NOT_TRUSTED);
        assertRefused(
                new PersonalSigner(new SampleAuthority.Holder(
                                SampleCheck.PERSON.key(),
                                SampleAuthority.selfSigned(wish()).certificate()))
                        .sign(SampleCheck.ISSUED),
                TrustRefusal.SIGNATURE_WRONG);
    }

    @Test
    void refusesAnAuthorityThatWasTakenOffTheList() {
        var list = new CertificatePath.Authorities(
                java.util.List.of(SampleCheck.ROOT.certificate()),
                java.util.List.of(),
                Set.of(SampleCheck.AUTHORITY.certificate()));
        var file = SampleCheck.signer().sign(SampleCheck.ISSUED);

        var report = new SignedCopyCheck(
                        SampleCheck.ISSUED, file, list, SampleCheck.lists(), SampleCheck::person, SampleCheck.NOW)
                .report();

        assertThat(report.refusal().orElseThrow().reason()).isEqualTo(TrustRefusal.ISSUER_NOT_TRUSTED);
    }

    /** Removed because its key was lost, or its owner: neither a new certificate nor a new key brings it back unasked. */
    @Test
    void refusesAnAuthorityThatWasTakenOffTheListHoweverItIsIssuedAnew() {
        var sameKey = SampleCheck.ROOT.anew("Lam Giang CA", SampleCheck.AUTHORITY);
        var sameKeyOtherName = SampleCheck.ROOT.anew("Lam Giang CA G2", SampleCheck.AUTHORITY);
        var sameName = SampleCheck.ROOT.below("Lam Giang CA", 0);
        var innocent = SampleCheck.ROOT.below("Hà Sơn CA", 0);

        for (var anew : java.util.List.of(sameKey, sameKeyOtherName, sameName)) {
            assertThat(afterRemoval(anew, java.util.List.of()).refusal())
                    .hasValueSatisfying(
                            refusal -> assertThat(refusal.reason()).isEqualTo(TrustRefusal.ISSUER_NOT_TRUSTED));
            assertThat(afterRemoval(anew, java.util.List.of(anew.certificate())).refusal())
                    .as("taken in again by the list itself")
                    .isEmpty();
        }
        assertThat(afterRemoval(innocent, java.util.List.of()).refusal()).isEmpty();
    }

    /** Of a signature by somebody of this authority, once the usual one is removed. */
    private static CheckReport afterRemoval(
            SampleAuthority authority, java.util.List<java.security.cert.X509Certificate> between) {
        var list = new CertificatePath.Authorities(
                java.util.List.of(SampleCheck.ROOT.certificate()),
                between,
                Set.of(SampleCheck.AUTHORITY.certificate()));
        var file = new PersonalSigner(authority.issue(wish()), authority.certificate()).sign(SampleCheck.ISSUED);
        return new SignedCopyCheck(
                        SampleCheck.ISSUED,
                        file,
                        list,
                        (certificate, issuer, at) -> new RevocationState.Good("CRL", at),
                        SampleCheck::person,
                        SampleCheck.NOW)
                .report();
    }

    @Test
    void refusesASignatureThatNamesAnotherCertificate() {
        assertRefused(
                SampleCheck.signer().naming(SampleCheck.ROOT.certificate()).sign(SampleCheck.ISSUED),
                TrustRefusal.SIGNATURE_WRONG);
        assertRefused(
                SampleCheck.signer().plain().form(SignatureCms.CADES).sign(SampleCheck.ISSUED),
                TrustRefusal.SIGNATURE_WRONG);
    }

    @Test
    void refusesFormsItDoesNotKnowAndBytesBehindTheSignature() {
        assertRefused(
                SampleCheck.signer().form("adbe.x509.rsa_sha1").sign(SampleCheck.ISSUED), TrustRefusal.FORM_UNKNOWN);
        assertRefused(
                SampleCheck.signer()
                        .behind(bytes -> Attacks.joined(bytes, new byte[] {0, 0, 7}))
                        .sign(SampleCheck.ISSUED),
                TrustRefusal.BYTES_BEHIND_SIGNATURE);
        assertRefused(
                SampleCheck.signer().behind(bytes -> new byte[] {1, 2, 3}).sign(SampleCheck.ISSUED),
                TrustRefusal.FORM_UNKNOWN);
    }

    @Test
    void saysAtWhichCheckAFileStopped() {
        var report = SampleCheck.of(signedBy(wish().usage(KeyUsage.keyEncipherment)));

        assertThat(report.lines())
                .filteredOn(line -> line.outcome() == CheckReport.Outcome.FAILED)
                .extracting(CheckReport.Line::check)
                .containsExactly(Check.KEY_USAGE);
        assertThat(report.lines())
                .filteredOn(line -> line.outcome() == CheckReport.Outcome.NOT_RUN)
                .extracting(CheckReport.Line::check)
                .containsExactly(Check.PERSON, Check.TIMESTAMP, Check.KEPT);
    }

    private static SampleAuthority.Wish wish() {
        return SampleAuthority.Wish.person(SampleCheck.NAME, "CCCD:" + SampleCheck.NUMBER);
    }

    private static byte[] signedBy(SampleAuthority.Wish wish) {
        return SampleCheck.signer(SampleCheck.AUTHORITY.issue(wish)).sign(SampleCheck.ISSUED);
    }

    private static void assertRefused(byte[] file, TrustRefusal reason) {
        assertThat(SampleCheck.of(file).refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
