package vn.camket.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.camket.platform.Settings;

/** Authorities are asked over a real line, at a server of the test's own. */
class OnlineRevocationsTest {
    private static final SampleAuthority AUTHORITY = SampleAuthority.root("Lam Giang CA");
    private static final Instant NOW = SampleAuthority.now();
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Duration LONGEST = Duration.ofDays(7);

    /** What the server answers, by path; a path that is not here is not found. */
    private static final Map<String, UnaryOperator<byte[]>> ANSWERS = new ConcurrentHashMap<>();

    private static final AtomicInteger QUESTIONS = new AtomicInteger();
    private static HttpServer server;

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            QUESTIONS.incrementAndGet();
            var answer = ANSWERS.get(exchange.getRequestURI().getPath());
            var question = exchange.getRequestBody().readAllBytes();
            if (answer == null) {
                exchange.getResponseHeaders().add("Location", "/good");
                exchange.sendResponseHeaders(302, -1);
            } else {
                var bytes = answer.apply(question);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
        answer("/good", AUTHORITY.holder, null, NOW, TOMORROW, null);
    }

    @AfterAll
    static void close() {
        server.stop(0);
    }

    @Test
    void believesTheAuthorityAndWhomItDelegates() {
        var delegate =
                AUTHORITY.issue(SampleAuthority.Wish.person("Trả lời", "").purpose(KeyPurposeId.id_kp_OCSPSigning));
        answer("/delegate", delegate, null, NOW, null, null);
        answer("/revoked", AUTHORITY.holder, NOW.minusSeconds(60), NOW, TOMORROW, null);

        assertThat(asked("/good")).isInstanceOf(RevocationState.Good.class);
        assertThat(asked("/delegate")).isInstanceOf(RevocationState.Good.class);
        assertThat(asked("/revoked")).isEqualTo(new RevocationState.Revoked("OCSP", NOW.minusSeconds(60), NOW, false));
    }

    @Test
    void countsOnlyWhatWasRevokedBeforeTheMomentOfTheSignature() {
        answer("/later", AUTHORITY.holder, NOW, NOW, TOMORROW, null);

        assertThat(source(hosts()).of(certificate("/later", null), AUTHORITY.certificate(), NOW.minusSeconds(5)))
                .isInstanceOf(RevocationState.Good.class);
        assertThat(asked("/later")).isInstanceOf(RevocationState.Revoked.class);
    }

    @Test
    void believesNobodyElseNothingOldAndNoAnswerToAnotherQuestion() {
        var stranger = SampleAuthority.root("Lam Giang CA");
        var colleague = AUTHORITY.issue(SampleAuthority.Wish.person("Người khác", ""));
        answer("/stranger", stranger.holder, null, NOW, TOMORROW, null);
        answer("/colleague", colleague, null, NOW, TOMORROW, null);
        answer("/stale", AUTHORITY.holder, null, NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofDays(2)), null);
        answer("/old", AUTHORITY.holder, null, NOW.minus(Duration.ofDays(9)), TOMORROW, null);
        answer("/future", AUTHORITY.holder, null, TOMORROW, TOMORROW.plusSeconds(60), null);
        answer("/replayed", AUTHORITY.holder, null, NOW, TOMORROW, new byte[] {4, 2, 7, 7});
        ANSWERS.put("/busy", question -> SampleStatus.later());
        ANSWERS.put("/garbage", question -> new byte[] {0x30, 1, 2, 3});
        ANSWERS.put("/endless", question -> new byte[200_000]);

        for (var path : new String[] {
            "/stranger",
            "/colleague",
            "/stale",
            "/old",
            "/future",
            "/replayed",
            "/busy",
            "/garbage",
            "/endless",
            "/moved"
        }) {
            assertThat(asked(path)).as(path).isInstanceOf(RevocationState.Unknown.class);
        }
    }

    @Test
    void readsTheListWhereNobodyAnswers() {
        var good = certificate("/nobody", "/list");
        ANSWERS.put("/list", question -> AUTHORITY.list(NOW, TOMORROW, good));
        ANSWERS.put("/foreign-list", question -> SampleAuthority.root("Lam Giang CA")
                .list(NOW, TOMORROW));
        ANSWERS.put("/stale-list", question -> AUTHORITY.list(NOW.minus(Duration.ofDays(3)), NOW.minusSeconds(9)));

        assertThat(source(hosts()).of(good, AUTHORITY.certificate(), NOW)).isInstanceOf(RevocationState.Revoked.class);
        assertThat(asked("/nobody", "/list")).isInstanceOf(RevocationState.Good.class);
        assertThat(asked("/nobody", "/foreign-list")).isInstanceOf(RevocationState.Unknown.class);
        assertThat(asked("/nobody", "/stale-list")).isInstanceOf(RevocationState.Unknown.class);
    }

    @Test
    void reachesOnlyHostsThatTheSettingNames() {
        var before = QUESTIONS.get();

        assertThat(source("").of(certificate("/good", "/list"), AUTHORITY.certificate(), NOW))
                .isInstanceOf(RevocationState.Unknown.class);
        assertThat(source("localhost").of(certificate("/good", null), AUTHORITY.certificate(), NOW))
                .isInstanceOf(RevocationState.Unknown.class);
        assertThat(QUESTIONS.get()).isEqualTo(before);

        var line = new StatusLine("ocsp.example.vn, crl.example.vn:8080");
        assertThat(line.mayReach("http://ocsp.example.vn/a?b")).isTrue();
        assertThat(line.mayReach("https://OCSP.example.vn:443/")).isTrue();
        assertThat(line.mayReach("http://crl.example.vn:8080/x.crl")).isTrue();
        for (var address : new String[] {
            "http://crl.example.vn/",
            "http://ocsp.example.vn:8081/",
            "http://ocsp.example.vn@10.0.0.1/",
            "http://user@ocsp.example.vn/",
            "http://10.0.0.1/",
            "http://169.254.169.254/latest/meta-data",
            "http://[::1]/",
            "http://ocsp.example.vn.evil.example/",
            "ftp://ocsp.example.vn/",
            "file:///etc/passwd",
            "ldap://ocsp.example.vn/",
            "//ocsp.example.vn/",
            "nonsense",
            ""
        }) {
            assertThat(line.mayReach(address)).as(address).isFalse();
        }
    }

    @Test
    void isOffUnlessASettingSaysOtherwise() {
        assertThat(online(Map.of()).isOn()).isFalse();
        assertThat(online(Map.of("camket.revocation.online", "true")).isOn()).isTrue();
    }

    @Test
    void waitsNotLongForAHostThatIsNotThere() {
        var nowhere = AUTHORITY.issue(SampleAuthority.Wish.person("A", "").at("http://127.0.0.1:1/", null));

        assertThat(source("127.0.0.1:1").of(nowhere.certificate(), AUTHORITY.certificate(), NOW))
                .isInstanceOf(RevocationState.Unknown.class);
    }

    private static void answer(
            String path, SampleAuthority.Holder signs, Instant revoked, Instant made, Instant next, byte[] nonce) {
        ANSWERS.put(path, question -> SampleStatus.answer(question, signs, revoked, made, next, nonce));
    }

    private static RevocationState asked(String path) {
        return asked(path, null);
    }

    private static RevocationState asked(String path, String list) {
        return source(hosts()).of(certificate(path, list), AUTHORITY.certificate(), NOW);
    }

    private static java.security.cert.X509Certificate certificate(String path, String list) {
        var base = "http://" + hosts();
        return AUTHORITY
                .issue(SampleAuthority.Wish.person("Nguyễn Thị Hải Yến", "CCCD:012199004711")
                        .at(base + path, list == null ? null : base + list))
                .certificate();
    }

    private static String hosts() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static RevocationState.Source source(String hosts) {
        return online(Map.of("camket.revocation.online", "true", "camket.revocation.hosts", hosts))
                .source(LONGEST);
    }

    @SuppressWarnings("UnnecessaryAssignment") // a fake by hand
    private static OnlineRevocations online(Map<String, String> settings) {
        var online = new OnlineRevocations();
        online.clock = Clock.systemUTC();
        online.settings = new Settings() {
            @Override
            public Optional<String> text(String name) {
                return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
            }
        };
        return online;
    }
}
