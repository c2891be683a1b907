package vn.camket.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.camket.audit.SampleSeal;
import vn.camket.pledge.SamplePdf;

/** An issued pledge, an authority that the list trusts, a person, and the check that stands between them. */
final class SampleCheck {
    static final SampleSeal SEAL = SampleSeal.ecdsa();
    static final byte[] ISSUED = SamplePdf.sealed(SEAL);
    static final String NUMBER = "012199004711";
    static final String NAME = "Nguyễn Thị Hải Yến";
    static final SampleAuthority ROOT = SampleAuthority.root("Lam Giang Root CA");
    static final SampleAuthority AUTHORITY = ROOT.below("Lam Giang CA", 0);
    static final SampleAuthority.Holder PERSON = AUTHORITY.issue(SampleAuthority.Wish.person(NAME, "CCCD:" + NUMBER));
    static final Instant NOW = SampleAuthority.now();

    private SampleCheck() {}

    static CertificatePath.Authorities list() {
        return new CertificatePath.Authorities(List.of(ROOT.certificate()), List.of(AUTHORITY.certificate()), Set.of());
    }

    /** What the authority's list says, when these are revoked. */
    static RevocationState.Source lists(SampleAuthority.Holder... revoked) {
        var list = new RevocationList(AUTHORITY.readList(
                NOW.minus(Duration.ofHours(2)),
                NOW.plus(Duration.ofDays(2)),
                java.util.Arrays.stream(revoked)
                        .map(SampleAuthority.Holder::certificate)
                        .toArray(java.security.cert.X509Certificate[]::new)));
        return (certificate, issuer, at) -> list.isBy(issuer) && list.isFresh(NOW, Duration.ofDays(7))
                ? list.of(certificate, at)
                : new RevocationState.Unknown("no list");
    }

    static PersonMatch person(Set<String> numbers) {
        return numbers.contains(NUMBER) ? PersonMatch.THE_SAME : PersonMatch.ANOTHER;
    }

    static CheckReport of(byte[] file) {
        return of(file, lists());
    }

    static CheckReport of(byte[] file, RevocationState.Source revocations) {
        return new SignedCopyCheck(ISSUED, file, list(), revocations, SampleCheck::person, NOW).report();
    }

    static PersonalSigner signer() {
        return signer(PERSON);
    }

    static PersonalSigner signer(SampleAuthority.Holder holder) {
        return new PersonalSigner(holder, AUTHORITY.certificate());
    }

    static SampleAuthority.Holder person(String key) {
        return AUTHORITY.issue(
                SampleAuthority.Wish.person(NAME, "CCCD:" + NUMBER).key(key));
    }
}
