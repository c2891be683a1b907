package vn.camket.audit;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** The running application seals under the certificate of an invented authority, until this is closed. */
public final class ForeignSeal implements AutoCloseable {
    private static final String PAGE = "/audit/keys.xhtml";
    private static final String PASSWORD = "lai-chau-2026";

    private final Http keeper = Http.as(Person.SYSTEM_ADMINISTRATOR);
    private final String key = current();
    private final List<X509Certificate> chain;
    private final Http.Answer answer;

    private ForeignSeal() {
        var issuer = SampleIssuer.root("Root").below("First").below("Second").below("Third");
        var own = Application.database().rows("select certificate from signing_key where id = ?", key);
        var certificate = issuer.issue(
                Certificates.read((byte[]) own.get(0).get("certificate")).getPublicKey());
        var sent = issuer.chainFor(certificate);
        chain = CertificateChain.read(sent).certificates();
        answer = certify(keeper, key, sent, PASSWORD);
    }

    public static ForeignSeal begun() {
        return new ForeignSeal();
    }

    static Http.Answer certify(Http http, String key, byte[] sent, String password) {
        return http.postFile(
                PAGE, Map.of("act", "certify", "key", key, "password", password), "file", "chain.pem", sent);
    }

    static String current() {
        return Application.database().text("select id from signing_key where current_for = 'SEAL'");
    }

    /** Of its key, as pages write it. */
    public String fingerprint() {
        return key.replaceAll("(.{4})(?=.)", "$1 ");
    }

    List<X509Certificate> chain() {
        return chain;
    }

    Http.Answer answer() {
        return answer;
    }

    Http keeper() {
        return keeper;
    }

    /** Puts a new key into use; the notice about the foreign certificate goes with the second one. */
    Http.Answer renew() {
        return keeper.post(PAGE, Map.of("act", "renew", "key", current(), "password", PASSWORD));
    }

    @Override
    public void close() {
        renew();
        renew();
    }

    /** What was pasted into the field in place of a file. */
    static Http.Answer paste(Http http, String key, byte[] sent, String password) {
        return http.post(
                PAGE,
                Map.of(
                        "act",
                        "certify",
                        "key",
                        key,
                        "password",
                        password,
                        "certificates",
                        new String(sent, StandardCharsets.US_ASCII)));
    }
}
