package vn.camket.audit;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.FirstLoad;
import vn.camket.platform.Refusal;
import vn.camket.platform.Settings;
import vn.camket.platform.Start;
import vn.camket.platform.web.Format;

/**
 * The keys with which this installation signs. Made at the first start; the private halves lie in a
 * folder outside the database that only the service's own account can open. Without its keys the application does not
 * start.
 */
@ApplicationScoped
public class SigningKeys {
    /** Kind of the ledger entries about keys. */
    public static final String KIND = "KEY";

    private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());
    /** A key is renewed that long before its certificate ends. */
    static final Duration DAYS_BEFORE_THE_END = Duration.ofDays(30);

    /** What is held in this moment; replaced as a whole. */
    record Hand(KeyRing ring, Map<KeyPurpose, KeyRing.Held> held, Map<KeyPurpose, SigningKey> known) {
        Set<String> states() {
            return SigningKeys.states(known.values());
        }
    }

    @Inject
    KeyShelf shelf;

    @Inject
    FirstLoad firstLoad;

    @Inject
    LedgerState state;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private volatile @Nullable Hand hand;

    void open(@Observes @Priority(50) Start.SchemaReady ready) {
        if (shelf.current().isEmpty()) {
            firstLoad.once("signing.keys", connection -> found());
        }
        take();
    }

    /**
     * Signs with the key in use: ECDSA over SHA-256 in DER, or RSA PKCS#1 v1.5 over SHA-256.
     *
     * @throws Refusal KEY_NOT_VALID outside the time of its certificate
     */
    public byte[] sign(KeyPurpose purpose, byte[] message) {
        var now = hand();
        return now.ring().sign(valid(now, purpose), message);
    }

    /** SHA-256 of the public key in use, in hexadecimal: under this id everybody finds the key for ever. */
    public String keyId(KeyPurpose purpose) {
        return known(purpose).id();
    }

    /** The public key in use, DER of SubjectPublicKeyInfo. */
    public byte[] spki(KeyPurpose purpose) {
        return known(purpose).spki();
    }

    /** The certificate of the key in use, then that of its issuer, and so on. */
    public List<X509Certificate> chain(KeyPurpose purpose) {
        return held(hand(), purpose).chain();
    }

    KeyAlgorithm algorithm(KeyPurpose purpose) {
        return held(hand(), purpose).algorithm();
    }

    /** A key by its id, in use or not. */
    public Optional<SigningKey> key(String id) {
        return shelf.find(id);
    }

    /** All keys that ever were, by purpose, the newest first. */
    public List<SigningKey> all() {
        return shelf.all();
    }

    /** Whether a signature is that of a key of this installation over this message. */
    public boolean verify(String keyId, byte[] message, byte[] signature) {
        return key(keyId)
                .filter(key -> KeyRing.verify(key.certificate().getPublicKey(), message, signature))
                .isPresent();
    }

    /** Makes the first keys, or takes up those that a first start before this one had made already. */
    private void found() {
        folder().prepare();
        var ring = KeyRing.open(folder(), token());
        var now = clock.instant();
        var authority = ring.newest(KeyPurpose.AUTHORITY)
                .orElseGet(() -> ring.make(KeyPurpose.AUTHORITY, KeyAlgorithm.P256, Optional.empty(), host(), now));
        shelf.made(ring, authority, Optional.empty());
        for (var purpose : List.of(KeyPurpose.LOG, KeyPurpose.SEAL)) {
            var held = ring.newest(purpose)
                    .orElseGet(() -> ring.make(purpose, algorithmFor(purpose), Optional.of(authority), host(), now));
            shelf.made(ring, held, Optional.empty());
        }
    }

    /**
     * Replaces the key of a purpose; the old private key is destroyed afterwards. Called in a transaction of its own.
     *
     * @param expected id of the key to replace
     * @param leak why others may have it; null for an ordinary renewal, for which the old key vouches
     * @throws Refusal KEYS_CHANGED_MEANWHILE; AUTHORITY_AWAY
     */
    @Transactional
    void replace(KeyPurpose purpose, String expected, @Nullable String leak) {
        var old = shelf.lock(purpose, expected);
        var ring = KeyRing.open(folder(), token());
        var authority = ring.find(
                        KeyPurpose.AUTHORITY, known(KeyPurpose.AUTHORITY).id())
                .orElseThrow(AuditRefusal.AUTHORITY_AWAY::with);
        var witness = leak == null ? ring.find(purpose, old.id()) : Optional.<KeyRing.Held>empty();
        shelf.retired(old, leak);
        shelf.made(
                ring,
                ring.make(purpose, algorithmFor(purpose), Optional.of(authority), host(), clock.instant()),
                witness);
    }

    /**
     * Takes the chain of another authority for a key into use. Called in a transaction of its own; if that fails after the
     * chain was kept beside the key, {@link #take} puts the one before back.
     *
     * @throws Refusal KEYS_CHANGED_MEANWHILE; CERTIFIED_ALREADY
     */
    @Transactional
    void certify(KeyPurpose purpose, String expected, CertificateChain chain) {
        var key = shelf.lock(purpose, expected);
        var ring = KeyRing.open(folder(), token());
        var held = ring.find(purpose, expected).orElseThrow(AuditRefusal.KEYS_CHANGED_MEANWHILE::with);
        shelf.certified(ring, held, key, chain);
        ring.certify(held, chain.certificates());
    }

    /** A request for a certificate of the key in use, in PEM. @throws Refusal KEYS_CHANGED_MEANWHILE */
    String request(KeyPurpose purpose, String expected, CertificateName name) {
        var now = hand();
        var held = held(now, purpose);
        if (!held.id().equals(expected)) {
            throw AuditRefusal.KEYS_CHANGED_MEANWHILE.with();
        }
        return Certificates.request(
                name.written(), held.certificate().getPublicKey(), held.algorithm(), message -> now.ring()
                        .sign(held, message));
    }

    /** Takes the keys in hand that the database says are in use, tests them, and destroys those retired. */
    void take() {
        var ring = KeyRing.open(folder(), token());
        var known = new EnumMap<KeyPurpose, SigningKey>(KeyPurpose.class);
        shelf.current().forEach(key -> known.put(key.purpose(), key));
        var held = new EnumMap<KeyPurpose, KeyRing.Held>(KeyPurpose.class);
        for (var purpose : KeyPurpose.values()) {
            var key = known.get(purpose);
            if (key == null) {
                throw new IllegalStateException(
                        "The database knows no key for " + purpose + " any more; restore it from its backup");
            }
            var found = ring.find(purpose, key.id());
            if (found.isEmpty() && purpose != KeyPurpose.AUTHORITY) {
                throw new IllegalStateException("The signing key " + key.id() + " is not in " + folder().path()
                        + "; put the folder back from its backup");
            }
            found.map(one -> inLine(ring, one, known)).ifPresent(one -> {
                ring.test(one);
                held.put(purpose, one);
            });
        }
        hand = new Hand(ring, held, known);
        tellForeignEnds();
    }

    /** The ledger says which chain is in use: a crash may have left another one beside the key. */
    private KeyRing.Held inLine(KeyRing ring, KeyRing.Held held, Map<KeyPurpose, SigningKey> known) {
        var key = requireNonNull(known.get(held.purpose()));
        if (held.purpose() == KeyPurpose.AUTHORITY) {
            return held;
        }
        var chain =
                shelf.chain(key, requireNonNull(known.get(KeyPurpose.AUTHORITY)).certificate());
        var asKept = key.certified()
                ? held.chain().equals(chain)
                : held.certificate().equals(chain.get(0));
        return asKept ? held : ring.certify(held, chain);
    }

    /** Raises the alarm for thirty days after a key with the certificate of another authority was replaced. */
    void tellForeignEnds() {
        var since = clock.instant().minus(DAYS_BEFORE_THE_END);
        var ended = shelf.all().stream()
                .filter(key -> !key.current() && key.purpose() != KeyPurpose.AUTHORITY)
                .collect(Collectors.groupingBy(
                        SigningKey::purpose, Collectors.maxBy(Comparator.comparing(key -> key.retiredAt()
                                .orElse(Instant.EPOCH)))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .filter(key ->
                        key.certified() && key.retiredAt().orElse(Instant.EPOCH).isAfter(since))
                .filter(key -> !known(key.purpose()).certified())
                .map(key -> key.purpose() + " key " + key.id())
                .sorted()
                .toList();
        state.set(
                LedgerAlarm.FOREIGN_CERTIFICATE_ENDED,
                !ended.isEmpty(),
                "replaced, and with it the certificate of another authority: " + String.join(", ", ended));
    }

    /** Follows what another node did; a timer may come before the keys are open. */
    void follow() {
        if (hand == null) {
            return;
        }
        if (!states(shelf.current()).equals(hand().states())) {
            take();
        }
    }

    /** Which keys are in use, and under which certificate. */
    private static Set<String> states(Collection<SigningKey> keys) {
        return keys.stream()
                .map(key -> key.id() + " " + key.certifiedEntry().orElse(key.madeEntry()))
                .collect(Collectors.toSet());
    }

    /** The private halves of keys that are in use no more. */
    void destroyRetired() {
        var ring = hand().ring();
        shelf.all().stream().filter(key -> !key.current()).forEach(key -> ring.destroy(key.purpose(), key.id()));
    }

    /** The daily keys whose certificates end within thirty days. */
    List<SigningKey> ending() {
        var soon = clock.instant().plus(DAYS_BEFORE_THE_END);
        return hand().known().values().stream()
                .filter(key ->
                        key.purpose() != KeyPurpose.AUTHORITY && key.notAfter().isBefore(soon))
                .toList();
    }

    /** Whether the authority's key is on this server. */
    boolean hasAuthority() {
        return hand().held().containsKey(KeyPurpose.AUTHORITY);
    }

    KeyRing.Held valid(Hand now, KeyPurpose purpose) {
        var held = held(now, purpose);
        if (!held.isValid(clock.instant())) {
            LOG.severe(() -> "The key for " + purpose + " is valid from "
                    + held.certificate().getNotBefore().toInstant() + " to "
                    + held.certificate().getNotAfter().toInstant() + "; renew it, or set the machine's clock right");
            throw AuditRefusal.KEY_NOT_VALID.with(
                    Format.dayOf(held.certificate().getNotBefore().toInstant()),
                    Format.dayOf(held.certificate().getNotAfter().toInstant()));
        }
        return held;
    }

    private static KeyRing.Held held(Hand now, KeyPurpose purpose) {
        var held = now.held().get(purpose);
        if (held == null) {
            throw AuditRefusal.AUTHORITY_AWAY.with();
        }
        return held;
    }

    private SigningKey known(KeyPurpose purpose) {
        return requireNonNull(hand().known().get(purpose));
    }

    Hand hand() {
        var now = hand;
        if (now == null) {
            throw new IllegalStateException("The signing keys are not open yet");
        }
        return now;
    }

    private KeyAlgorithm algorithmFor(KeyPurpose purpose) {
        return purpose == KeyPurpose.SEAL
                ? settings.text("camket.seal.algorithm")
                        .map(KeyAlgorithm::named)
                        .orElse(KeyAlgorithm.P256)
                : KeyAlgorithm.P256;
    }

    KeyFolder folder() {
        return new KeyFolder(settings.text("camket.secrets")
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElseGet(() -> settings.dataFolder().resolve("secrets")));
    }

    private Optional<KeyCabinet.Token> token() {
        return settings.text("camket.keystore.library")
                .map(library -> new KeyCabinet.Token(
                        Path.of(library),
                        settings.text("camket.keystore.slot")
                                .map(Integer::parseInt)
                                .orElse(0)));
    }

    private String host() {
        var host = URI.create(settings.publicUrl()).getHost();
        return host == null ? "localhost" : host;
    }
}
