package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each channel against a real server of its kind. */
class AnchorPostsTest {
    private static final AnchorLetter LETTER = new AnchorLetter(
            LocalDate.of(2026, 11, 24),
            Map.of(
                    "tree_size",
                    12L,
                    "root",
                    "ab".repeat(32),
                    "text",
                    "camket-head-v1\ncamket-sample\n12\n",
                    "key",
                    "cd".repeat(32)));

    @TempDir
    Path folder;

    private HttpServer http;
    private byte[] received = new byte[0];

    @AfterEach
    void stop() {
        if (http != null) {
            http.stop(0);
        }
    }

    @Test
    void aFolderGetsAFileThatIsWhole() throws IOException {
        var place = folder.resolve("outside/heads");

        new FolderPost().send(place.toString(), LETTER);
        new FolderPost().send(place.toString(), LETTER);

        try (var files = Files.list(place)) {
            assertThat(files).containsExactly(place.resolve("camket-head-2026-11-24-12.json"));
        }
        assertThat(CanonicalRecord.read(Files.readAllBytes(place.resolve("camket-head-2026-11-24-12.json"))))
                .containsEntry("root", "ab".repeat(32));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailure() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> new FolderPost().send(file.toString(), LETTER)).isInstanceOf(IOException.class);
    }

    @Test
    void aWitnessGetsTheHead() throws IOException {
        var address = serve(200, body -> new byte[0]);

        new WitnessPost().send(address, LETTER);

        assertThat(CanonicalRecord.read(received)).containsEntry("tree_size", 12L);
    }

    @Test
    void aWitnessThatRefusesOrIsAwayIsAFailure() throws IOException {
        var address = serve(503, body -> new byte[0]);

        assertThatThrownBy(() -> new WitnessPost().send(address, LETTER)).hasMessageContaining("503");
        http.stop(0);
        assertThatThrownBy(() -> new WitnessPost().send(address, LETTER)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new WitnessPost().send("not an address", LETTER))
                .hasMessageContaining("not an address");
    }

    @Test
    void aTimestampAuthorityDatesTheSignedLines() throws Exception {
        var authority = new Authority();
        var address = serve(200, authority::answer);

        var token =
                new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(new TimestampPost().send(address, LETTER)));

        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(Ledger.sha256(LETTER.text()));
        assertThat(token.getTimeStampInfo().getGenTime()).isEqualTo(Authority.TIME);
    }

    @Test
    void aTokenForAnotherQuestionIsAFailure() throws Exception {
        var authority = new Authority();
        var other = new org.bouncycastle.tsp.TimeStampRequestGenerator()
                .generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.ONE);
        var address = serve(200, body -> authority.answer(encoded(other)));

        assertThatThrownBy(() -> new TimestampPost().send(address, LETTER))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void aLetterIsReadableAndCarriesTheHead() throws Exception {
        var smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        smtp.start();
        try {
            var post = new MailPost(
                    new MailPost.Server(
                            "127.0.0.1", smtp.getSmtp().getPort(), "NONE", "camket@example.gov.vn", null, null),
                    "https://camket.example.gov.vn",
                    Clock.systemUTC());

            post.send("thutruong@example.gov.vn", LETTER);

            var message = smtp.getReceivedMessages()[0];
            var parts = (MimeMultipart) message.getContent();
            assertThat(message.getSubject()).isEqualTo("Camket: đầu sổ bằng chứng ngày 24/11/2026 (12 mục)");
            assertThat(String.valueOf(parts.getBodyPart(0).getContent()))
                    .contains("Kính gửi ông/bà")
                    .contains("https://camket.example.gov.vn")
                    .contains("camket-sample");
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("camket-head-2026-11-24-12.json");
            assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(LETTER.json());
            assertThat(GreenMailUtil.getAddressList(message.getAllRecipients())).isEqualTo("thutruong@example.gov.vn");
        } finally {
            smtp.stop();
        }
    }

    @Test
    void aMailServerThatIsAwayIsAFailure() {
        var post = new MailPost(
                new MailPost.Server("127.0.0.1", 1, "NONE", "camket@example.gov.vn", null, null),
                "",
                Clock.systemUTC());

        assertThatThrownBy(() -> post.send("thutruong@example.gov.vn", LETTER)).isInstanceOf(IOException.class);
    }

    private String serve(int status, UnaryOperator<byte[]> answer) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            received = exchange.getRequestBody().readAllBytes();
            var body = answer.apply(received);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        http.start();
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/heads";
    }

    private static byte[] encoded(TimeStampRequest request) {
        try {
            return request.getEncoded();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A timestamp authority with a key and certificate of its own. */
    private static final class Authority {
        static final Date TIME = Date.from(Instant.parse("2026-11-24T01:02:03Z"));

        private final TimeStampTokenGenerator tokens;

        Authority() throws Exception {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256, new SecureRandom());
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=Sample TSA");
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    BigInteger.ONE,
                                    Date.from(Instant.EPOCH),
                                    Date.from(Instant.parse("2099-01-01T00:00:00Z")),
                                    name,
                                    pair.getPublic())
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    true,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                            .build(signer));
            tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                    org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier("1.2.3.4.5"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        }

        byte[] answer(byte[] question) {
            try {
                return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                        .generate(new TimeStampRequest(question), BigInteger.TEN, TIME)
                        .getEncoded();
            } catch (IOException | org.bouncycastle.tsp.TSPException failure) {
                throw new IllegalStateException(new String(question, StandardCharsets.ISO_8859_1), failure);
            }
        }
    }
}
