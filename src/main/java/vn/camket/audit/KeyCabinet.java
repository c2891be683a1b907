package vn.camket.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store of private keys under their ids: a PKCS#12 file, or a token (HSM, smart card) that is spoken to by its PKCS#11
 * library and never gives a key away.
 */
final class KeyCabinet {
    /** @param slot place of the slot in the library's list, from 0 */
    record Token(Path library, int slot) {}

    private final KeyFolder folder;
    private final @Nullable Path file;
    private final @Nullable Provider provider;
    private final KeyStore store;

    private KeyCabinet(KeyFolder folder, @Nullable Path file, @Nullable Provider provider, KeyStore store) {
        this.folder = folder;
        this.file = file;
        this.provider = provider;
        this.store = store;
    }

    /** The store in a file of the folder; empty if there is no such file yet. */
    static KeyCabinet inFile(KeyFolder folder, String name) {
        var file = folder.path().resolve(name);
        try {
            var store = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (var stream = Files.newInputStream(file)) {
                    store.load(stream, folder.passphrase());
                }
            } else {
                store.load(null, null);
            }
            return new KeyCabinet(folder, file, null, store);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(
                    "The key store cannot be opened: " + file + "; does " + folder.passphraseFile() + " belong to it?",
                    failure);
        }
    }

    /** The store on a token, whose PIN is the passphrase. */
    static KeyCabinet onToken(KeyFolder folder, Token token) {
        try {
            var provider = Security.getProvider("SunPKCS11")
                    .configure(
                            "--name=camket\nlibrary=" + token.library() + "\nslotListIndex=" + token.slot()
                                    + "\nattributes(generate,CKO_PRIVATE_KEY,*) = {\n CKA_SENSITIVE = true\n CKA_EXTRACTABLE = false\n}\n");
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, folder.passphrase());
            return new KeyCabinet(folder, null, provider, store);
        } catch (GeneralSecurityException | IOException | RuntimeException failure) {
            throw new IllegalStateException(
                    "The token cannot be opened: " + token.library() + ", slot " + token.slot() + "; is its PIN in "
                            + folder.passphraseFile() + "?",
                    failure);
        }
    }

    boolean isEmpty() {
        try {
            return store.size() == 0;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    KeyPair generate(KeyAlgorithm algorithm) {
        try {
            var generator = provider == null
                    ? KeyPairGenerator.getInstance(algorithm.family())
                    : KeyPairGenerator.getInstance(algorithm.family(), provider);
            if (algorithm == KeyAlgorithm.P256) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(3072);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Keeps a key, or another chain of one that is kept, safe on the disk before this returns. */
    void put(String id, PrivateKey key, List<X509Certificate> chain) {
        try {
            store.setKeyEntry(id, key, password(), chain.toArray(new Certificate[0]));
            save();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("The key store cannot be written: " + folder.path(), failure);
        }
    }

    /** Destroys a key. */
    void remove(String id) {
        try {
            store.deleteEntry(id);
            save();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException("The key store cannot be written: " + folder.path(), failure);
        }
    }

    Optional<PrivateKey> key(String id) {
        try {
            return Optional.ofNullable((PrivateKey) store.getKey(id, password()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key store cannot be read: " + folder.path(), failure);
        }
    }

    /** The key's certificate, then that of its issuer, and so on; empty if the key is not here. */
    List<X509Certificate> chain(String id) {
        try {
            var chain = store.getCertificateChain(id);
            return chain == null
                    ? List.of()
                    : Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key store cannot be read: " + folder.path(), failure);
        }
    }

    List<String> ids() {
        try {
            return java.util.Collections.list(store.aliases());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    byte[] sign(PrivateKey key, KeyAlgorithm algorithm, byte[] message) {
        try {
            var signature = provider == null
                    ? Signature.getInstance(algorithm.signature())
                    : Signature.getInstance(algorithm.signature(), provider);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The key does not sign", failure);
        }
    }

    /** In a file each key is locked like the store; a token has its PIN. */
    private char @Nullable [] password() {
        return file == null ? null : folder.passphrase();
    }

    private void save() throws GeneralSecurityException, IOException {
        if (file != null) {
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, folder.passphrase());
            folder.write(file, bytes.toByteArray());
        }
    }
}
