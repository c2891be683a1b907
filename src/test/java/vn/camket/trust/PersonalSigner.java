package vn.camket.trust;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.visible.PDVisibleSigProperties;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.visible.PDVisibleSignDesigner;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import vn.camket.audit.Ledger;

/** The software of a token: signs an issued PDF by appending one revision, as the person's own program would. */
public final class PersonalSigner {
    /** What somebody does to the document before it is saved with the signature. */
    interface Meddling {
        void with(PDDocument document) throws IOException;
    }

    private final SampleAuthority.Holder holder;
    private final List<X509Certificate> chain = new ArrayList<>();
    private String form = "ETSI.CAdES.detached";
    private String algorithm;
    private boolean names = true;
    private X509Certificate named;
    private PDRectangle picture;
    private int page;
    private int room = 20_000;
    private UnaryOperator<CMSSignedData> finish = signed -> signed;
    private UnaryOperator<byte[]> behind = bytes -> bytes;
    private Meddling meddling = document -> {};

    public PersonalSigner(SampleAuthority.Holder holder, X509Certificate... issuers) {
        this.holder = holder;
        this.named = holder.certificate();
        chain.add(holder.certificate());
        chain.addAll(Arrays.asList(issuers));
    }

    /** As older software does: no reference to the certificate among what is signed. */
    PersonalSigner plain() {
        form = "adbe.pkcs7.detached";
        names = false;
        return this;
    }

    PersonalSigner form(String subFilter) {
        form = subFilter;
        return this;
    }

    PersonalSigner naming(X509Certificate other) {
        named = other;
        return this;
    }

    PersonalSigner algorithm(String name) {
        algorithm = name;
        return this;
    }

    PersonalSigner showing(PDRectangle where, int on) {
        picture = where;
        page = on;
        return this;
    }

    /** @param bytes reserved for the signature */
    PersonalSigner room(int bytes) {
        room = bytes;
        return this;
    }

    PersonalSigner finishing(UnaryOperator<CMSSignedData> work) {
        finish = work;
        return this;
    }

    PersonalSigner behind(UnaryOperator<byte[]> work) {
        behind = work;
        return this;
    }

    PersonalSigner meddling(Meddling work) {
        meddling = work;
        return this;
    }

    public byte[] sign(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName(form));
            signature.setName("Nguyễn Thị Hải Yến");
            signature.setSignDate(new GregorianCalendar());
            try (var options = new SignatureOptions()) {
                options.setPreferredSignatureSize(room);
                options.setPage(page);
                if (picture != null) {
                    options.setVisualSignature(picture(pdf));
                }
                document.addSignature(signature, this::cms, options);
                meddling.with(document);
                var bytes = new ByteArrayOutputStream();
                document.saveIncremental(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private PDVisibleSigProperties picture(byte[] pdf) throws IOException {
        var image = new java.awt.image.BufferedImage(60, 30, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        try (var document = Loader.loadPDF(pdf)) {
            var designer = new PDVisibleSignDesigner(document, image, page + 1);
            designer.xAxis(picture.getLowerLeftX())
                    .yAxis(PDRectangle.A4.getHeight() - picture.getUpperRightY())
                    .width(picture.getWidth())
                    .height(picture.getHeight())
                    .signatureFieldName("chu-ky");
            var properties = new PDVisibleSigProperties();
            properties
                    .signerName("Yến")
                    .visualSignEnabled(true)
                    .page(page + 1)
                    .setPdVisibleSignature(designer)
                    .buildSignature();
            return properties;
        }
    }

    private byte[] cms(InputStream covered) throws IOException {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(attributes())
                            .build(
                                    SampleAuthority.signer(holder.key(), algorithm),
                                    new org.bouncycastle.cert.jcajce.JcaX509CertificateHolder(holder.certificate())));
            generator.addCertificates(new JcaCertStore(chain));
            var signed = generator.generate(new CMSProcessableByteArray(covered.readAllBytes()), false);
            return behind.apply(finish.apply(signed).getEncoded("DER"));
        } catch (CMSException | OperatorCreationException | GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private DefaultSignedAttributeTableGenerator attributes() throws GeneralSecurityException {
        if (!names) {
            return new DefaultSignedAttributeTableGenerator();
        }
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(Ledger.sha256(named.getEncoded()))))));
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
    }
}
