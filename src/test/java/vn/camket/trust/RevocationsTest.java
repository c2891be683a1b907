package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.camket.audit.Ledger;
import vn.camket.platform.Settings;

/** Lists that were brought, and the authority's own answer beside them. */
class RevocationsTest {
    private static final SampleAuthority AUTHORITY = SampleAuthority.root("Lam Giang CA");
    private static final SampleAuthority OTHER = SampleAuthority.root("Hà Sơn CA");
    private static final X509Certificate PERSON = AUTHORITY
            .issue(SampleAuthority.Wish.person("Nguyễn Thị Hải Yến", "CCCD:012199004711"))
            .certificate();
    private static final Instant NOW = SampleAuthority.now();
    private static final Duration DAY = Duration.ofDays(1);

    private final List<ListSummary> kept = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final List<Long> read = new ArrayList<>();
    private RevocationState online;

    @Test
    void aListIsReadOnceAndOnlyWhenItsAuthorityIsAskedAbout() {
        keep(AUTHORITY, AUTHORITY.list(NOW.minus(DAY), NOW.plus(DAY)));
        keep(OTHER, OTHER.list(NOW.minus(DAY), NOW.plus(DAY)));
        var revocations = revocations();

        assertThat(read).isEmpty();
        for (var round = 0; round < 3; round++) {
            assertThat(revocations.source().of(PERSON, AUTHORITY.certificate(), NOW))
                    .isInstanceOf(RevocationState.Good.class);
        }
        assertThat(read).containsExactly(0L);
        kept.remove(0);
        assertThat(revocations.source().of(PERSON, AUTHORITY.certificate(), NOW))
                .isInstanceOf(RevocationState.Unknown.class);
    }

    @Test
    void aListThatIsNotTheOneThatWasBroughtIsNotBelieved() {
        keep(AUTHORITY, AUTHORITY.list(NOW.minus(DAY), NOW.plus(DAY), PERSON));
        contents.set(0, AUTHORITY.list(NOW.minus(DAY), NOW.plus(DAY)));

        assertThatThrownBy(() -> revocations().source().of(PERSON, AUTHORITY.certificate(), NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOldListSaysNoMoreWhatIsGoodButWhatIsRevoked() {
        keep(AUTHORITY, AUTHORITY.list(NOW.minus(DAY.multipliedBy(30)), NOW.minus(DAY.multipliedBy(20)), PERSON));

        assertThat(said()).isInstanceOf(RevocationState.Revoked.class);
        assertThat(revocations().source().of(another(), AUTHORITY.certificate(), NOW))
                .isInstanceOf(RevocationState.Unknown.class);
    }

    @Test
    void theAuthorityItselfAndTheListAreBothHeard() {
        keep(AUTHORITY, AUTHORITY.list(NOW.minus(DAY), NOW.plus(DAY)));
        online = new RevocationState.Revoked("OCSP", NOW.minus(DAY), NOW, false);
        assertThat(said()).as("the list was made before").isEqualTo(online);

        online = new RevocationState.Good("OCSP", NOW);
        assertThat(said()).as("the younger").isEqualTo(online);
        online = new RevocationState.Unknown("no OCSP");
        assertThat(said()).isEqualTo(new RevocationState.Good("CRL", NOW.minus(DAY)));

        kept.clear();
        keep(AUTHORITY, AUTHORITY.list(NOW.minus(DAY), NOW.plus(DAY), PERSON));
        online = new RevocationState.Good("OCSP", NOW);
        assertThat(said()).as("for ever").isInstanceOf(RevocationState.Revoked.class);
    }

    @Test
    void aSuspensionInAListEndsWhenTheAuthoritySaysSo() {
        keep(AUTHORITY, AUTHORITY.suspending(NOW.minus(DAY), NOW.plus(DAY), PERSON));
        assertThat(said()).isInstanceOf(RevocationState.Revoked.class);

        online = new RevocationState.Good("OCSP", NOW.minus(DAY.multipliedBy(2)));
        assertThat(said()).as("from before").isInstanceOf(RevocationState.Revoked.class);
        online = new RevocationState.Good("OCSP", NOW);
        assertThat(said()).isEqualTo(online);
    }

    private RevocationState said() {
        return revocations().source().of(PERSON, AUTHORITY.certificate(), NOW);
    }

    private static X509Certificate another() {
        return AUTHORITY
                .issue(SampleAuthority.Wish.person("Lê Văn Núi", "CCCD:012199004712"))
                .certificate();
    }

    private void keep(SampleAuthority by, byte[] list) {
        try {
            kept.add(new ListSummary(
                    contents.size(), 1, by.certificate().getEncoded(), Ledger.sha256(list), NOW, null, 0));
            contents.add(list);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("UnnecessaryAssignment") // fakes by hand
    private Revocations revocations() {
        var revocations = new Revocations();
        revocations.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        revocations.settings = new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.ofNullable(Map.of("camket.crl.days", "7").get(name));
            }
        };
        revocations.rows = new TrustRows() {
            @Override
            List<ListSummary> newestLists() {
                return List.copyOf(kept);
            }

            @Override
            byte[] content(long listId) {
                read.add(listId);
                return contents.get((int) listId);
            }
        };
        revocations.online = new OnlineRevocations() {
            @Override
            boolean isOn() {
                return online != null;
            }

            @Override
            RevocationState.Source source(Duration longest) {
                return (certificate, issuer, at) -> online;
            }
        };
        return revocations;
    }
}
