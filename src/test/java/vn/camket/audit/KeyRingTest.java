package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final Instant NOW = Instant.parse("2026-09-15T03:41:07.250Z");
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    Path data;

    private KeyFolder folder;
    private KeyRing ring;
    private KeyRing.Held authority;

    @BeforeEach
    void found() {
        folder = new KeyFolder(data.resolve("secrets"));
        folder.prepare();
        ring = KeyRing.open(folder, Optional.empty());
        authority = ring.make(KeyPurpose.AUTHORITY, KeyAlgorithm.P256, Optional.empty(), "camket.example", NOW);
    }

    private KeyRing.Held make(KeyPurpose purpose, KeyAlgorithm algorithm) {
        return ring.make(purpose, algorithm, Optional.of(authority), "camket.example", NOW);
    }

    @Test
    void givesTheSameKeyWhenOpenedAgain() {
        var log = make(KeyPurpose.LOG, KeyAlgorithm.P256);

        var found = KeyRing.open(folder, Optional.empty())
                .find(KeyPurpose.LOG, log.id())
                .orElseThrow();

        assertThat(found.chain()).isEqualTo(log.chain());
        assertThat(found.id()).isEqualTo(Certificates.id(log.certificate().getPublicKey()));
        assertThat(KeyRing.verify(log.certificate().getPublicKey(), MESSAGE, ring.sign(found, MESSAGE)))
                .isTrue();
    }

    @Test
    void signsWithEitherAlgorithm() {
        for (var algorithm : KeyAlgorithm.values()) {
            var seal = make(KeyPurpose.SEAL, algorithm);
            var signature = ring.sign(seal, MESSAGE);

            assertThat(seal.algorithm()).isEqualTo(algorithm);
            assertThat(KeyRing.verify(seal.certificate().getPublicKey(), MESSAGE, signature))
                    .isTrue();
            assertThat(KeyRing.verify(seal.certificate().getPublicKey(), new byte[] {1, 2, 4}, signature))
                    .isFalse();
            ring.test(seal);
        }
    }

    @Test
    void certifiesForTheTimeOfThePurpose() {
        assertThat(authority.certificate().getNotAfter()).isEqualTo(Date.from(Instant.parse("2046-09-15T03:36:07Z")));
        assertThat(make(KeyPurpose.LOG, KeyAlgorithm.P256).certificate().getNotAfter())
                .isEqualTo(Date.from(Instant.parse("2029-09-15T03:36:07Z")));
        assertThat(make(KeyPurpose.SEAL, KeyAlgorithm.P256).certificate().getNotAfter())
                .isEqualTo(Date.from(Instant.parse("2027-09-15T03:36:07Z")));
    }

    @Test
    void certifiesAsReadersOfPdfsWantIt() throws Exception {
        var certificate = make(KeyPurpose.SEAL, KeyAlgorithm.P256).certificate();

        assertThat(certificate.getExtendedKeyUsage()).isNull();
        assertThat(certificate.getExtensionValue("2.5.29.56")).containsExactly(4, 2, 5, 0);
        assertThat(certificate.getKeyUsage()).startsWith(true, true, false);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
    }

    @Test
    void knowsWhenACertificateHolds() {
        var seal = make(KeyPurpose.SEAL, KeyAlgorithm.P256);

        assertThat(seal.isValid(NOW)).isTrue();
        assertThat(seal.isValid(NOW.plus(364, ChronoUnit.DAYS))).isTrue();
        assertThat(seal.isValid(NOW.plus(365, ChronoUnit.DAYS))).isFalse();
        assertThat(seal.isValid(NOW.minus(2, ChronoUnit.DAYS))).isFalse();
    }

    @Test
    void keepsTheChainOfAnotherAuthorityBesideTheKey() {
        var seal = make(KeyPurpose.SEAL, KeyAlgorithm.P256);
        var log = make(KeyPurpose.LOG, KeyAlgorithm.P256);
        var chain = SampleIssuer.longest(seal);

        ring.test(ring.certify(seal, chain));

        var again = KeyRing.open(folder, Optional.empty());
        var found = again.find(KeyPurpose.SEAL, seal.id()).orElseThrow();
        assertThat(found.chain()).isEqualTo(chain).hasSize(5);
        again.test(found);
        again.test(again.find(KeyPurpose.LOG, log.id()).orElseThrow());
        assertThat(KeyRing.verify(seal.certificate().getPublicKey(), MESSAGE, again.sign(found, MESSAGE)))
                .isTrue();
    }

    @Test
    void testsEveryCertificateOfAChain() {
        var seal = make(KeyPurpose.SEAL, KeyAlgorithm.P256);
        var chain = SampleIssuer.longest(seal);

        ring.test(held(seal, chain.subList(0, 3)));
        for (var place = 1; place < chain.size(); place++) {
            var broken = new ArrayList<>(chain);
            broken.set(place, SampleIssuer.longest(seal).get(place));
            assertThatThrownBy(() -> ring.test(held(seal, broken)))
                    .as("certificate %d", place)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static KeyRing.Held held(KeyRing.Held key, List<X509Certificate> chain) {
        return new KeyRing.Held(key.purpose(), key.id(), key.key(), chain);
    }

    @Test
    void keepsNoCertificateOfAnotherKey() {
        var seal = make(KeyPurpose.SEAL, KeyAlgorithm.P256);
        var log = make(KeyPurpose.LOG, KeyAlgorithm.P256);

        assertThatThrownBy(() -> ring.certify(seal, SampleIssuer.longest(log)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not belong together");
    }

    @Test
    void destroysAKey() {
        var seal = make(KeyPurpose.SEAL, KeyAlgorithm.P256);

        ring.destroy(KeyPurpose.SEAL, seal.id());

        assertThat(KeyRing.open(folder, Optional.empty()).find(KeyPurpose.SEAL, seal.id()))
                .isEmpty();
    }

    @Test
    void closesFolderAndFilesToOthers() throws IOException {
        make(KeyPurpose.SEAL, KeyAlgorithm.P256);

        assertThat(mode(folder.path())).isEqualTo("rwx------");
        for (var file : List.of("keystore.pass", "authority.p12", "keys.p12")) {
            assertThat(mode(folder.path().resolve(file))).as(file).isEqualTo("rw-------");
        }
        assertThat(Files.readString(folder.passphraseFile())).hasSize(44);
    }

    @Test
    void refusesFilesThatAreOpenToOthers() throws IOException {
        for (var file : List.of("keystore.pass", "authority.p12")) {
            var path = folder.path().resolve(file);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));

            assertThatThrownBy(() -> KeyRing.open(folder, Optional.empty()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("open to others")
                    .hasMessageContaining("chmod 600 " + path);

            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void refusesAFolderThatIsOpenToOthers() throws IOException {
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-x---"));

        assertThatThrownBy(() -> KeyRing.open(folder, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 700 " + folder.path());
    }

    @Test
    void refusesWithoutItsPassphrase() throws IOException {
        Files.delete(folder.passphraseFile());

        assertThatThrownBy(() -> KeyRing.open(folder, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("keystore.pass");
    }

    @Test
    void refusesAnotherPassphrase() throws IOException {
        Files.writeString(folder.passphraseFile(), "another");

        assertThatThrownBy(() -> KeyRing.open(folder, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("authority.p12");
    }

    @Test
    void namesTheAlgorithmsThatMayBeSet() {
        assertThat(KeyAlgorithm.named("RSA-3072")).isEqualTo(KeyAlgorithm.RSA3072);
        assertThatThrownBy(() -> KeyAlgorithm.named("Ed25519"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("P-256 or RSA-3072");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
