package vn.camket.audit;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import vn.camket.platform.VietnameseText;

/**
 * The name under which another authority is asked to certify a key.
 *
 * @param common what readers of PDFs show as the signer
 * @param organization in whose name is sealed
 * @param place its province or city; may be empty
 */
public record CertificateName(String common, String organization, String place) {
    /** RFC 5280, appendix A: ub-common-name and ub-organization-name. */
    private static final int LONGEST = 64;

    /** @throws vn.camket.platform.Refusal NAME_MISSING, ORGANIZATION_MISSING, NAME_TOO_LONG */
    public CertificateName {
        common = VietnameseText.clean(common);
        organization = VietnameseText.clean(organization);
        place = VietnameseText.clean(place);
        if (common.isEmpty()) {
            throw AuditRefusal.NAME_MISSING.with();
        }
        if (organization.isEmpty()) {
            throw AuditRefusal.ORGANIZATION_MISSING.with();
        }
        if (Math.max(common.length(), Math.max(organization.length(), place.length())) > LONGEST) {
            throw AuditRefusal.NAME_TOO_LONG.with(LONGEST);
        }
    }

    X500Name written() {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "VN");
        if (!place.isEmpty()) {
            name.addRDN(BCStyle.L, place);
        }
        return name.addRDN(BCStyle.O, organization).addRDN(BCStyle.CN, common).build();
    }
}
