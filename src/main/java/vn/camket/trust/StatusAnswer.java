package vn.camket.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A question about one certificate and the answer to it (OCSP, RFC 6960), signed by the issuer or whom it delegates. */
@SuppressWarnings("ArrayRecordComponent") // read only
record StatusAnswer(X509Certificate certificate, X509Certificate issuer, byte[] nonce) {
    private static final String RESPONDER = "1.3.6.1.5.5.7.3.9";
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    /** For an answer that does not say when the next one comes. */
    private static final Duration WITHOUT_NEXT = Duration.ofDays(1);

    byte[] question() {
        try {
            var nonceExtension = new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded());
            return new OCSPReqBuilder()
                    .addRequest(id())
                    .setRequestExtensions(new Extensions(nonceExtension))
                    .build()
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** SHA-1 names the certificate here, as every responder understands; it protects nothing. */
    private CertificateID id() throws OCSPException, OperatorCreationException, GeneralSecurityException {
        return new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                certificate.getSerialNumber());
    }

    /** What an answer says; nothing, unless it is signed by the right hand, about this certificate, and of now. */
    RevocationState read(byte[] bytes, Instant at, Instant now, Duration longest) {
        try {
            DerShape.length(bytes);
            var response = new OCSPResp(bytes);
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp answer)) {
                return unknown("status " + response.getStatus());
            }
            if (!isSigned(answer, now)) {
                return unknown("signed by somebody else");
            }
            var sent = answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (sent != null
                    && !Arrays.equals(sent.getExtnValue().getOctets(), new DEROctetString(nonce).getEncoded())) {
                return unknown("answer to another question");
            }
            var one = Arrays.stream(answer.getResponses()).filter(this::isAbout).findFirst();
            return one.map(found -> state(found, at, now, longest)).orElseGet(() -> unknown("another certificate"));
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException wrong) {
            return unknown("unreadable");
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException wrong) {
            return unknown("unreadable");
        }
    }

    private static RevocationState unknown(String why) {
        return new RevocationState.Unknown("OCSP: " + why);
    }

    private boolean isAbout(SingleResp one) {
        try {
            return one.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                    && one.getCertID()
                            .matchesIssuer(
                                    new JcaX509CertificateHolder(issuer),
                                    new JcaDigestCalculatorProviderBuilder().build());
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException unreadable) {
            return false;
        }
    }

    private static RevocationState state(SingleResp one, Instant at, Instant now, Duration longest) {
        var made = one.getThisUpdate().toInstant();
        var next = Optional.ofNullable(one.getNextUpdate()).map(Date::toInstant).orElse(made.plus(WITHOUT_NEXT));
        if (made.isAfter(now.plus(CLOCKS))
                || next.isBefore(now)
                || made.plus(longest).isBefore(now)) {
            return unknown("old");
        }
        if (one.getCertStatus() == null) {
            return new RevocationState.Good("OCSP", made);
        }
        return one.getCertStatus() instanceof RevokedStatus revoked
                ? RevocationState.since(
                        "OCSP",
                        made,
                        Optional.of(revoked.getRevocationTime().toInstant()),
                        revoked.hasRevocationReason() && revoked.getRevocationReason() == CRLReason.certificateHold,
                        at)
                : unknown("certificate not known");
    }

    private boolean isSigned(BasicOCSPResp answer, Instant now)
            throws GeneralSecurityException, OCSPException, OperatorCreationException, IOException {
        KeyStrength.require(issuer.getPublicKey());
        if (answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer.getPublicKey()))) {
            return true;
        }
        for (var holder : List.of(answer.getCerts())) {
            if (isDelegate(holder, now)
                    && answer.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .build(X509Files.certificate(holder.getEncoded()).getPublicKey()))) {
                return true;
            }
        }
        return false;
    }

    /** RFC 6960, 4.2.2.2: issued by the very issuer, for answering. */
    private boolean isDelegate(X509CertificateHolder holder, Instant now) throws IOException {
        try {
            var delegate = X509Files.certificate(holder.getEncoded());
            var uses = delegate.getExtendedKeyUsage();
            delegate.checkValidity(Date.from(now));
            KeyStrength.require(delegate.getPublicKey());
            delegate.verify(issuer.getPublicKey());
            return uses != null
                    && uses.contains(RESPONDER)
                    && delegate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException | vn.camket.platform.Refusal foreign) {
            return false;
        }
    }
}
