package vn.camket.trust;

import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * Names in certificates. Vietnamese authorities write the citizen number of a person into UID ("CCCD:001199012345"), or
 * into serialNumber, there also in the European form ("IDCVN-001199012345", ETSI EN 319 412-1).
 */
final class SubjectNames {
    /** Citizen numbers have 12 digits, the identity cards before them 9. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:(?:CCCD|CMND|CMT|CC|DDCN|IDCVN|PNOVN)[:\\- ]?)?(\\d{12}|\\d{9})");

    private SubjectNames() {}

    /** Numbers of the person that a certificate names, without the prefixes; empty if it names none. */
    static Set<String> personalNumbers(X509Certificate certificate) {
        var numbers = new LinkedHashSet<String>();
        for (var type : new ASN1ObjectIdentifier[] {BCStyle.UID, BCStyle.SERIALNUMBER}) {
            for (var rdn : name(certificate.getSubjectX500Principal()).getRDNs(type)) {
                for (var part : rdn.getTypesAndValues()) {
                    if (part.getType().equals(type)) {
                        var matcher = NUMBER.matcher(
                                IETFUtils.valueToString(part.getValue()).strip());
                        if (matcher.matches()) {
                            numbers.add(matcher.group(1));
                        }
                    }
                }
            }
        }
        return numbers;
    }

    /** The person or authority by its own name; the whole name where it has no such part. */
    static String readable(X500Principal principal) {
        return part(principal, BCStyle.CN).or(() -> part(principal, BCStyle.O)).orElse(principal.getName());
    }

    private static Optional<String> part(X500Principal principal, ASN1ObjectIdentifier type) {
        var found = name(principal).getRDNs(type);
        return found.length == 0 || found[0].getFirst() == null
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()))
                        .map(vn.camket.platform.VietnameseText::clean)
                        .filter(text -> !text.isEmpty());
    }

    private static X500Name name(X500Principal principal) {
        return X500Name.getInstance(principal.getEncoded());
    }
}
