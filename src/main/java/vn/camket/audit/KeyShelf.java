package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public side of the keys: their rows, and the KEY entries of the ledger. */
@ApplicationScoped
@Transactional
class KeyShelf {
    private static final int VERSION = 1;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /** The keys in use, at most one for a purpose. */
    List<SigningKey> current() {
        return entities.createQuery("select k from SigningKey k where k.currentFor is not null", SigningKey.class)
                .getResultList();
    }

    /** All keys that ever were, by purpose, the newest first. */
    List<SigningKey> all() {
        return entities.createQuery(
                        "select k from SigningKey k order by k.purpose, k.notBefore desc, k.madeEntry desc",
                        SigningKey.class)
                .getResultList();
    }

    Optional<SigningKey> find(String id) {
        return Optional.ofNullable(entities.find(SigningKey.class, id));
    }

    /** Puts a key into use. @param witness the key before it, which vouches for the new one */
    void made(KeyRing ring, KeyRing.Held held, Optional<KeyRing.Held> witness) {
        var fields = fields("MADE", held.purpose(), held.id());
        fields.put("algorithm", held.algorithm().written());
        fields.put("spki", base64(held.certificate().getPublicKey().getEncoded()));
        fields.put("certificate", base64(Certificates.encoded(held.certificate())));
        fields.put("not_before", written(held.certificate().getNotBefore().toInstant()));
        fields.put("not_after", written(held.certificate().getNotAfter().toInstant()));
        var statement = CanonicalRecord.of(fields);
        var signatures = new ArrayList<Map<String, String>>();
        signatures.add(Map.of("key", held.id(), "signature", base64(ring.sign(held, statement))));
        witness.ifPresent(
                old -> signatures.add(Map.of("key", old.id(), "signature", base64(ring.sign(old, statement)))));
        fields.put("signatures", signatures);
        entities.persist(new SigningKey(held, ledger.write(SigningKeys.KIND, fields)));
        entities.flush();
    }

    /**
     * Puts the certificate of another authority into use.
     *
     * @throws vn.camket.platform.Refusal CERTIFIED_ALREADY
     */
    void certified(KeyRing ring, KeyRing.Held held, SigningKey key, CertificateChain chain) {
        var isFirst = key.certificate().equals(chain.first());
        if (isFirst && (!key.certified() || foreignChain(key).equals(chain.certificates()))) {
            throw AuditRefusal.CERTIFIED_ALREADY.with();
        }
        var fields = fields("CERTIFIED", key.purpose(), key.id());
        fields.put(
                "certificates",
                chain.certificates().stream()
                        .map(Certificates::encoded)
                        .map(KeyShelf::base64)
                        .toList());
        fields.put("not_before", written(chain.first().getNotBefore().toInstant()));
        fields.put("not_after", written(chain.end()));
        var signature = base64(ring.sign(held, CanonicalRecord.of(fields)));
        fields.put("signatures", List.of(Map.of("key", held.id(), "signature", signature)));
        key.certify(chain, ledger.write(SigningKeys.KIND, fields));
        entities.flush();
    }

    /** The chain of a key in use, as the ledger has it. @param authority ours */
    List<X509Certificate> chain(SigningKey key, X509Certificate authority) {
        return key.certified()
                ? foreignChain(key)
                : List.of(certificate(entry(key.madeEntry()).get("certificate")), authority);
    }

    private List<X509Certificate> foreignChain(SigningKey key) {
        return entry(key.certifiedEntry().orElseThrow()).get("certificates") instanceof List<?> certificates
                ? certificates.stream().map(KeyShelf::certificate).toList()
                : List.of();
    }

    private Map<String, @Nullable Object> entry(long id) {
        return CanonicalRecord.read(entities.find(LedgerEntry.class, id).record());
    }

    private static X509Certificate certificate(@Nullable Object base64) {
        return Certificates.read(Base64.getDecoder().decode(String.valueOf(base64)));
    }

    /** Locks the key in use. @throws vn.camket.platform.Refusal KEYS_CHANGED_MEANWHILE if it is in use no more */
    SigningKey lock(KeyPurpose purpose, String id) {
        var key = entities.find(SigningKey.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (key == null || !key.current() || key.purpose() != purpose) {
            throw AuditRefusal.KEYS_CHANGED_MEANWHILE.with();
        }
        return key;
    }

    /** Takes a key out of use. @param leak why others may have it; null for an ordinary end */
    void retired(SigningKey key, @Nullable String leak) {
        var fields = fields(leak == null ? "RETIRED" : "LEAKED", key.purpose(), key.id());
        if (leak != null) {
            fields.put("reason", leak);
        }
        key.retire(ledger.write(SigningKeys.KIND, fields), leak != null, clock.instant());
        entities.flush();
    }

    private Map<String, @Nullable Object> fields(String act, KeyPurpose purpose, String id) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", VERSION);
        fields.put("kind", SigningKeys.KIND);
        fields.put("act", act);
        fields.put("purpose", purpose.name());
        fields.put("key", id);
        fields.put("at", written(clock.instant()));
        return fields;
    }

    private static String written(Instant at) {
        return java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                .withZone(java.time.ZoneOffset.UTC)
                .format(at.truncatedTo(ChronoUnit.MILLIS));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
