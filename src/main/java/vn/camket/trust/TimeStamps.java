package vn.camket.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** The time stamp in a signature (check 11; RFC 3161): by an authority that the list trusts, over this very signature. */
final class TimeStamps {
    private static final Duration CLOCKS = Duration.ofMinutes(5);
    private static final int MOST = 3;

    private TimeStamps() {}

    /**
     * Time of the stamp.
     *
     * @return empty if there is none
     * @throws vn.camket.platform.Refusal TIMESTAMP_WRONG if one does not hold
     */
    static Optional<Instant> check(
            SignerInformation signer,
            X509Certificate certificate,
            CertificatePath.Authorities authorities,
            Instant at) {
        var unsigned = signer.getUnsignedAttributes();
        var stamps = unsigned == null ? null : unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamps == null || stamps.size() == 0) {
            return Optional.empty();
        }
        var times = new ArrayList<Instant>();
        try {
            for (var index = 0; index < stamps.size(); index++) {
                var values = org.bouncycastle.asn1.cms.Attribute.getInstance(stamps.get(index))
                        .getAttrValues();
                for (var value : values) {
                    if (times.size() == MOST) {
                        throw TrustRefusal.TIMESTAMP_WRONG.with();
                    }
                    var token = new TimeStampToken(org.bouncycastle.asn1.cms.ContentInfo.getInstance(value));
                    times.add(time(token, signer.getSignature(), certificate, authorities, at));
                }
            }
        } catch (TSPException
                | CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException wrong) {
            throw TrustRefusal.TIMESTAMP_WRONG.with();
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException wrong) {
            throw TrustRefusal.TIMESTAMP_WRONG.with();
        }
        return times.stream().min(Instant::compareTo);
    }

    private static Instant time(
            TimeStampToken token,
            byte[] signature,
            X509Certificate signer,
            CertificatePath.Authorities authorities,
            Instant at)
            throws TSPException, CMSException, OperatorCreationException, GeneralSecurityException, IOException {
        var statement = token.getTimeStampInfo();
        var made = statement.getGenTime().toInstant();
        KeyStrength.require(statement.getMessageImprintAlgOID(), "1.2.840.113549.1.1.1");
        var digest =
                MessageDigest.getInstance(statement.getMessageImprintAlgOID().getId());
        var all = List.copyOf(token.getCertificates().getMatches(null));
        var own = all.stream().filter(token.getSID()::match).toList();
        if (own.size() != 1
                || !MessageDigest.isEqual(digest.digest(signature), statement.getMessageImprintDigest())
                || made.isAfter(at.plus(CLOCKS))
                || made.isBefore(signer.getNotBefore().toInstant())
                || made.isAfter(signer.getNotAfter().toInstant())) {
            throw TrustRefusal.TIMESTAMP_WRONG.with();
        }
        var authority = X509Files.certificate(own.get(0).getEncoded());
        KeyStrength.require(authority.getPublicKey());
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
        var along = new ArrayList<X509Certificate>();
        for (var holder : all.subList(0, Math.min(all.size(), 12))) {
            along.add(X509Files.certificate(holder.getEncoded()));
        }
        try {
            CertificatePath.find(authority, along, authorities, made);
        } catch (vn.camket.platform.Refusal untrusted) {
            throw TrustRefusal.TIMESTAMP_WRONG.with();
        }
        return made;
    }
}
