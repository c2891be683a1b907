package vn.camket.audit;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;

/**
 * Detached signatures in CMS as PAdES wants them (ETSI EN 319 122-1, 319 142-1): signed are content type, message digest
 * and the signing certificate, nothing else. A signing time among them would make readers take the file for an older
 * profile; it stands in the PDF instead.
 */
final class Cms {
    private Cms() {}

    /** @param chain certificate of the key that signs, then those of its issuers */
    static byte[] of(byte[] content, List<X509Certificate> chain, UnaryOperator<byte[]> signs) {
        try {
            var certificate = chain.get(0);
            var holder = new X509CertificateHolder(Certificates.encoded(certificate));
            var algorithm = KeyAlgorithm.of(certificate.getPublicKey());
            var signer = new Certificates.Signer(algorithm, signs);
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes(certificate))
                            .build(signer, holder));
            generator.addCertificates(new CollectionStore<>(sent(chain)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | IOException failure) {
            throw new IllegalStateException("The seal could not be made", failure);
        }
    }

    private static CMSAttributeTableGenerator attributes(X509Certificate certificate) {
        var reference = new SigningCertificateV2(new ESSCertIDv2(Ledger.sha256(Certificates.encoded(certificate))));
        return known -> {
            var attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(CMSAttributes.contentType, new DERSet((ASN1ObjectIdentifier)
                    known.get(CMSAttributeTableGenerator.CONTENT_TYPE))));
            attributes.add(new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString((byte[])
                    known.get(CMSAttributeTableGenerator.DIGEST)))));
            attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(reference)));
            return new AttributeTable(attributes);
        };
    }

    /** What goes along: a root is trusted because the reader has it already. */
    private static List<X509CertificateHolder> sent(List<X509Certificate> chain) throws IOException {
        var sent = new ArrayList<X509CertificateHolder>();
        for (var one : chain) {
            if (sent.isEmpty() || !Certificates.isOwnIssuer(one)) {
                sent.add(new X509CertificateHolder(Certificates.encoded(one)));
            }
        }
        return sent;
    }

    /** No signature under this chain is longer, in bytes. */
    static int longest(List<X509Certificate> chain) throws IOException {
        var certificates = 0;
        for (var one : sent(chain)) {
            certificates += one.getEncoded().length;
        }
        return certificates + 1200;
    }
}
