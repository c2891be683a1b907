package vn.camket.audit;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The private keys at hand, each with its certificate. The authority's key lies in a file of its own, which may be kept
 * off the server between renewals.
 */
final class KeyRing {
    private static final byte[] SELF_TEST = {'C', 'a', 'm', 'k', 'e', 't'};

    /** @param chain the key's certificate, then that of its issuer, and so on */
    record Held(KeyPurpose purpose, String id, PrivateKey key, List<X509Certificate> chain) {
        X509Certificate certificate() {
            return chain.get(0);
        }

        KeyAlgorithm algorithm() {
            return KeyAlgorithm.of(certificate().getPublicKey());
        }

        boolean isValid(Instant at) {
            return !at.isBefore(certificate().getNotBefore().toInstant())
                    && at.isBefore(certificate().getNotAfter().toInstant());
        }
    }

    private final KeyCabinet authority;
    private final KeyCabinet daily;

    private KeyRing(KeyCabinet authority, KeyCabinet daily) {
        this.authority = authority;
        this.daily = daily;
    }

    /** @throws IllegalStateException if the folder is not as it must be or a store does not open, with the cure */
    static KeyRing open(KeyFolder folder, Optional<KeyCabinet.Token> token) {
        folder.check();
        return new KeyRing(
                KeyCabinet.inFile(folder, "authority.p12"),
                token.map(one -> KeyCabinet.onToken(folder, one))
                        .orElseGet(() -> KeyCabinet.inFile(folder, "keys.p12")));
    }

    /** Makes a key with its certificate and keeps it. @param host name of the installation in the certificate */
    Held make(KeyPurpose purpose, KeyAlgorithm algorithm, Optional<Held> issuer, String host, Instant now) {
        var cabinet = cabinet(purpose);
        var pair = cabinet.generate(algorithm);
        var subject = Certificates.name(purpose, host);
        var signs = issuer.map(this::issuer)
                .orElseGet(() -> new Certificates.Issuer(
                        subject,
                        pair.getPublic(),
                        algorithm,
                        message -> cabinet.sign(pair.getPrivate(), algorithm, message)));
        var certificate = Certificates.issue(purpose, subject, pair.getPublic(), signs, now);
        var chain =
                issuer.map(above -> List.of(certificate, above.certificate())).orElseGet(() -> List.of(certificate));
        var id = Certificates.id(pair.getPublic());
        cabinet.put(alias(purpose, id), pair.getPrivate(), chain);
        return find(purpose, id).orElseThrow();
    }

    private Certificates.Issuer issuer(Held above) {
        return new Certificates.Issuer(
                org.bouncycastle.asn1.x500.X500Name.getInstance(
                        above.certificate().getSubjectX500Principal().getEncoded()),
                above.certificate().getPublicKey(),
                above.algorithm(),
                message -> sign(above, message));
    }

    Optional<Held> find(KeyPurpose purpose, String id) {
        var alias = alias(purpose, id);
        return cabinet(purpose)
                .key(alias)
                .map(key -> new Held(purpose, id, key, cabinet(purpose).chain(alias)));
    }

    /** The newest key of a purpose that is kept, whatever the database says. */
    Optional<Held> newest(KeyPurpose purpose) {
        var prefix = prefix(purpose);
        return cabinet(purpose).ids().stream()
                .filter(alias -> alias.startsWith(prefix))
                .flatMap(alias -> find(purpose, alias.substring(prefix.length())).stream())
                .max(Comparator.comparing(held -> held.certificate().getNotBefore()));
    }

    void destroy(KeyPurpose purpose, String id) {
        if (find(purpose, id).isPresent()) {
            cabinet(purpose).remove(alias(purpose, id));
        }
    }

    byte[] sign(Held held, byte[] message) {
        return cabinet(held.purpose()).sign(held.key(), held.algorithm(), message);
    }

    /** Keeps another chain beside a key. @throws IllegalStateException if it is not one of this key */
    Held certify(Held held, List<X509Certificate> chain) {
        if (!Certificates.id(chain.get(0).getPublicKey()).equals(held.id())) {
            throw new IllegalStateException("Key and certificate do not belong together: " + held.id());
        }
        cabinet(held.purpose()).put(alias(held.purpose(), held.id()), held.key(), chain);
        return new Held(held.purpose(), held.id(), held.key(), chain);
    }

    /**
     * Signs something and checks it, and each certificate by the one after it; the last by itself if it has issued itself.
     *
     * @throws IllegalStateException if that fails
     */
    void test(Held held) {
        try {
            var chain = held.chain();
            for (var place = 0; place < chain.size(); place++) {
                var issuer = chain.get(Math.min(place + 1, chain.size() - 1));
                if (place < chain.size() - 1 || Certificates.isOwnIssuer(issuer)) {
                    chain.get(place).verify(issuer.getPublicKey());
                }
            }
            if (!verify(held.certificate().getPublicKey(), SELF_TEST, sign(held, SELF_TEST))) {
                throw new IllegalStateException("Key and certificate do not belong together: " + held.id());
            }
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The signing key fails its test: " + held.id(), failure);
        }
    }

    static boolean verify(java.security.PublicKey key, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance(KeyAlgorithm.of(key).signature());
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private KeyCabinet cabinet(KeyPurpose purpose) {
        return purpose == KeyPurpose.AUTHORITY ? authority : daily;
    }

    private static String alias(KeyPurpose purpose, String id) {
        return prefix(purpose) + id;
    }

    private static String prefix(KeyPurpose purpose) {
        return "camket-" + purpose.name().toLowerCase(Locale.ROOT) + "-";
    }
}
