package vn.camket.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * The signature itself (checks 4 and 5): one signer, detached (RFC 5652), verified over what it covers by the key of the
 * certificate that it names (RFC 5035, ETSI EN 319 122-1).
 *
 * @param certificate of the signer
 * @param others certificates that came along
 * @param method hash and key, for people
 */
record SignatureCms(
        X509Certificate certificate, List<X509Certificate> others, SignerInformation signer, String method) {
    static final String CADES = "ETSI.CAdES.detached";
    private static final String PKCS7 = "adbe.pkcs7.detached";
    private static final int MOST_CERTIFICATES = 12;
    private static final int LONGEST = 131_072;

    /**
     * The signature without the zeros that fill its place.
     *
     * @throws vn.camket.platform.Refusal BYTES_BEHIND_SIGNATURE, FORM_UNKNOWN
     */
    static byte[] alone(byte[] contents) {
        int length;
        try {
            length = DerShape.length(contents);
        } catch (IllegalArgumentException malformed) {
            throw TrustRefusal.FORM_UNKNOWN.with();
        }
        for (var index = length; index < contents.length; index++) {
            if (contents[index] != 0) {
                throw TrustRefusal.BYTES_BEHIND_SIGNATURE.with();
            }
        }
        if (length > LONGEST) {
            throw TrustRefusal.FORM_UNKNOWN.with();
        }
        return Arrays.copyOf(contents, length);
    }

    /**
     * Verifies a signature.
     *
     * @param form SubFilter of the PDF: only CAdES has to name its certificate
     * @throws vn.camket.platform.Refusal FORM_UNKNOWN, SIGNATURE_WRONG, DIGEST_WEAK, KEY_WEAK
     */
    static SignatureCms verify(byte[] alone, byte[] covered, String form) {
        if (!form.equals(CADES) && !form.equals(PKCS7)) {
            throw TrustRefusal.FORM_UNKNOWN.with();
        }
        try {
            var signed = new CMSSignedData(new CMSProcessableByteArray(covered), alone);
            var signers = List.copyOf(signed.getSignerInfos().getSigners());
            if (signers.size() != 1 || !signed.isDetachedSignature()) {
                throw TrustRefusal.FORM_UNKNOWN.with();
            }
            return verify(signers.get(0), certificates(signed), form);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException wrong) {
            throw TrustRefusal.SIGNATURE_WRONG.with();
        } catch (IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NullPointerException malformed) {
            throw TrustRefusal.FORM_UNKNOWN.with();
        }
    }

    private static List<X509CertificateHolder> certificates(CMSSignedData signed) {
        var all = List.copyOf(signed.getCertificates().getMatches(null));
        if (all.size() > MOST_CERTIFICATES) {
            throw TrustRefusal.FORM_UNKNOWN.with();
        }
        return all;
    }

    private static SignatureCms verify(SignerInformation signer, List<X509CertificateHolder> all, String form)
            throws CMSException, OperatorCreationException, GeneralSecurityException, IOException {
        KeyStrength.require(new ASN1ObjectIdentifier(signer.getDigestAlgOID()), signer.getEncryptionAlgOID());
        var own = all.stream().filter(signer.getSID()::match).toList();
        if (own.size() != 1) {
            throw TrustRefusal.SIGNATURE_WRONG.with();
        }
        var certificate = X509Files.certificate(own.get(0).getEncoded());
        var key = KeyStrength.require(certificate.getPublicKey());
        if (!isNamed(signer.getSignedAttributes(), certificate.getEncoded(), form.equals(CADES))
                || !signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
            throw TrustRefusal.SIGNATURE_WRONG.with();
        }
        var others = new ArrayList<X509Certificate>();
        for (var holder : all) {
            if (!holder.equals(own.get(0))) {
                others.add(X509Files.certificate(holder.getEncoded()));
            }
        }
        return new SignatureCms(certificate, List.copyOf(others), signer, hash(signer) + ", " + key);
    }

    private static String hash(SignerInformation signer) {
        return new org.bouncycastle.operator.DefaultAlgorithmNameFinder()
                .getAlgorithmName(new ASN1ObjectIdentifier(signer.getDigestAlgOID()))
                .replaceFirst("^SHA(?=\\d{3}$)", "SHA-");
    }

    /** Signed along with the file is a hash of the certificate, so that no other can be put in its place. */
    private static boolean isNamed(@Nullable AttributeTable signed, byte[] certificate, boolean required)
            throws GeneralSecurityException {
        var second = value(signed, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (second != null) {
            var named = SigningCertificateV2.getInstance(second).getCerts()[0];
            KeyStrength.require(named.getHashAlgorithm().getAlgorithm(), "1.2.840.113549.1.1.1");
            var digest = MessageDigest.getInstance(
                    named.getHashAlgorithm().getAlgorithm().getId());
            return MessageDigest.isEqual(digest.digest(certificate), named.getCertHash());
        }
        var first = value(signed, PKCSObjectIdentifiers.id_aa_signingCertificate);
        if (first != null) {
            var named = SigningCertificate.getInstance(first).getCerts()[0];
            return MessageDigest.isEqual(MessageDigest.getInstance("SHA-1").digest(certificate), named.getCertHash());
        }
        return !required;
    }

    private static @Nullable ASN1Encodable value(@Nullable AttributeTable attributes, ASN1ObjectIdentifier type) {
        var attribute = attributes == null ? null : attributes.get(type);
        return attribute == null || attribute.getAttrValues().size() != 1
                ? null
                : attribute.getAttrValues().getObjectAt(0);
    }
}
