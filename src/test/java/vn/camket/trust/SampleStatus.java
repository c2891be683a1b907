package vn.camket.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** What an authority tells about its certificates on being asked (OCSP). */
final class SampleStatus {
    private SampleStatus() {}

    static void extend(X509v3CertificateBuilder builder, String status, String list) throws IOException {
        if (status != null) {
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(
                            org.bouncycastle.asn1.x509.X509ObjectIdentifiers.ocspAccessMethod, address(status)));
        }
        if (list != null) {
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(new DistributionPointName(new GeneralNames(address(list))), null, null)
            }));
        }
    }

    private static GeneralName address(String address) {
        ASN1Encodable text = new DERIA5String(address);
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }

    /** @param nonce to answer with instead of that of the question; null for that one */
    static byte[] answer(
            byte[] question, SampleAuthority.Holder signs, Instant revoked, Instant made, Instant next, byte[] nonce) {
        try {
            var asked = new OCSPReq(question);
            var calculator = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(org.bouncycastle.cert.ocsp.CertificateID.HASH_SHA1);
            var builder = new BasicOCSPRespBuilder(new RespID(
                    new JcaX509CertificateHolder(signs.certificate()).getSubjectPublicKeyInfo(), calculator));
            builder.addResponse(
                    asked.getRequestList()[0].getCertID(),
                    revoked == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(revoked), 1),
                    Date.from(made),
                    next == null ? null : Date.from(next),
                    null);
            var sent = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            builder.setResponseExtensions(new Extensions(
                    nonce == null ? sent : new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, nonce)));
            var basic = builder.build(
                    SampleAuthority.signer(signs.key(), null),
                    new X509CertificateHolder[] {new JcaX509CertificateHolder(signs.certificate())},
                    Date.from(made));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static byte[] later() {
        try {
            return new OCSPRespBuilder().build(OCSPResp.TRY_LATER, null).getEncoded();
        } catch (OCSPException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
