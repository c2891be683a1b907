package vn.camket.trust;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.X509ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Addresses in a certificate at which its authority tells what it has revoked (RFC 5280, 4.2.1.13 and 4.2.2.1). */
final class StatusAddresses {
    private static final int MOST = 3;

    private StatusAddresses() {}

    static List<String> responders(X509Certificate certificate) {
        var addresses = new ArrayList<String>();
        holder(certificate)
                .map(holder -> AuthorityInformationAccess.fromExtensions(holder.getExtensions()))
                .ifPresent(access -> {
                    for (var description : access.getAccessDescriptions()) {
                        if (description.getAccessMethod().equals(X509ObjectIdentifiers.ocspAccessMethod)) {
                            add(addresses, description.getAccessLocation());
                        }
                    }
                });
        return addresses;
    }

    static List<String> lists(X509Certificate certificate) {
        var addresses = new ArrayList<String>();
        holder(certificate)
                .map(holder -> holder.getExtension(Extension.cRLDistributionPoints))
                .map(extension -> CRLDistPoint.getInstance(extension.getParsedValue()))
                .ifPresent(points -> {
                    for (var point : points.getDistributionPoints()) {
                        if (point.getDistributionPoint() != null
                                && point.getReasons() == null
                                && point.getCRLIssuer() == null
                                && point.getDistributionPoint().getType() == 0) {
                            for (var name : GeneralNames.getInstance(
                                            point.getDistributionPoint().getName())
                                    .getNames()) {
                                add(addresses, name);
                            }
                        }
                    }
                });
        return addresses;
    }

    private static Optional<X509CertificateHolder> holder(X509Certificate certificate) {
        try {
            return Optional.of(new JcaX509CertificateHolder(certificate));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static void add(List<String> addresses, GeneralName name) {
        if (name.getTagNo() == GeneralName.uniformResourceIdentifier && addresses.size() < MOST) {
            addresses.add(name.getName().toString());
        }
    }
}
