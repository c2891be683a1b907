package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.camket.identity.Assertion;
import vn.camket.identity.SoftPasskey;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Signer;

/** Passkeys over the wire, without a browser: adding, signing a pledge, and every way to do it wrongly. */
class PasskeyIT {
    private static final String PAGE = "/identity/security.xhtml";
    private static final String WRONG = "Câu trả lời của khóa truy cập không hợp lệ";
    private static final String UNKNOWN = "Khóa truy cập này đã gỡ hoặc không phải của Anh/Chị";
    private static final String EXPIRED = "Đã quá 5 phút từ khi mở khóa truy cập";

    private final Database database = Application.database();
    private final SoftPasskey passkey = new SoftPasskey(Application.url());
    private final String key = UUID.randomUUID().toString();

    @Test
    void signsWithAPasskeyAndTheFileProvesIt() {
        var signer = Signer.fresh();
        assertThat(add(signer.http(), passkey).body()).contains("Đã thêm khóa truy cập", "Khóa thử");
        var challenge = challenge(signer);
        passkey.writing = data -> data.replace(",", ", ").replace("//", "\\/\\/");

        var signed = sign(signer, passkey.sign(challenge));

        assertThat(signed.path()).startsWith("/pledge/receipt.xhtml?code=");
        assertThat(signed.body()).contains("khóa truy cập của người ký");
        var record = record(signer);
        assertThat(record).contains("\"authentication\":\"PASSKEY\"");
        assertThat(text(
                        "select leaf_hash from ledger_entry l join signature s on s.ledger_entry_id = l.id where s.enrolment_id = ?",
                        signer))
                .isEqualTo(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Base64.getUrlDecoder().decode(challenge)));
        assertThat(database.number(
                        "select count(*) from pledge_pending p join account a on a.id = p.account_id join enrolment e on e.employee_id = a.employee_id where e.id = ?",
                        signer.enrolment()))
                .isZero();
        var file = signer.http()
                .get(signed.path().replace("receipt.xhtml?code=", "evidence/"))
                .body();
        assertThat(file).contains("\"passkey_assertion\":{", "\"passkey\":{", "\"authenticator_data\":");
        var open = Http.anonymous()
                .get(signed.path().replaceAll(".*code=", "/verify/") + "/proof.json")
                .body();
        assertThat(open).doesNotContain("assertion", "passkey");
    }

    @Test
    void theSameAnswerSentFourTimesAtOnceSignsOnce() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);
        var assertion = passkey.sign(challenge(signer));

        var answers = IntStream.range(0, 4)
                .mapToObj(time -> CompletableFuture.supplyAsync(
                        () -> sign(signer, assertion).path()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .distinct()
                .toList();

        assertThat(answers).hasSize(1).allMatch(path -> path.startsWith("/pledge/receipt.xhtml"));
        assertThat(database.number("select count(*) from signature where enrolment_id = ?", signer.enrolment()))
                .isEqualTo(1);
    }

    @Test
    void refusesEveryAnswerThatDoesNotFit() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);
        var stranger = new SoftPasskey(Application.url());
        var challenge = challenge(signer);

        assertThat(sign(signer, passkey.sign(new byte[32])).body())
                .as("no such challenge")
                .contains(EXPIRED);
        assertThat(sign(signer, stranger.sign(challenge)).body())
                .as("unknown key")
                .contains(UNKNOWN);
        var other = Signer.fresh();
        add(other.http(), stranger);
        assertThat(sign(signer, stranger.sign(challenge)).body())
                .as("somebody else's key")
                .contains(UNKNOWN);
        passkey.origin = "https://evil.example";
        assertThat(sign(signer, passkey.sign(challenge)).body()).as("origin").contains(WRONG);
        passkey.origin = Application.url();
        passkey.flags = SoftPasskey.PRESENT;
        assertThat(sign(signer, passkey.sign(challenge)).body())
                .as("not verified")
                .contains(WRONG);
        passkey.flags = SoftPasskey.PRESENT | SoftPasskey.VERIFIED;
        var good = passkey.sign(challenge);
        assertThat(sign(
                                signer,
                                new Assertion(
                                        good.credentialId(),
                                        good.authenticatorData(),
                                        good.clientData(),
                                        stranger.sign(challenge).signature()))
                        .body())
                .as("signature")
                .contains(WRONG);
        assertThat(sign(other, good).body()).as("another person's challenge").contains(EXPIRED);
        assertThat(database.number(
                        "select count(*) from signature where enrolment_id in (?, ?)",
                        signer.enrolment(),
                        other.enrolment()))
                .isZero();
        assertThat(sign(signer, passkey.sign(challenge)).path()).startsWith("/pledge/receipt.xhtml");
    }

    @Test
    void refusesAnAnswerThatIsTooLongToBeKept() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);
        var good = passkey.sign(challenge(signer));
        var long1 = new byte[1025];
        var long4 = new byte[4097];

        for (var answer : new Assertion[] {
            new Assertion(long1, good.authenticatorData(), good.clientData(), good.signature()),
            new Assertion(good.credentialId(), long1, good.clientData(), good.signature()),
            new Assertion(good.credentialId(), good.authenticatorData(), long4, good.signature()),
            new Assertion(good.credentialId(), good.authenticatorData(), good.clientData(), long1)
        }) {
            var refused = sign(signer, answer);
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.body()).contains("Câu trả lời của khóa truy cập có phần dài");
        }
        assertThat(sign(signer, good).path()).startsWith("/pledge/receipt.xhtml");
    }

    @Test
    void aPersonHasOneRecordWaitingAtATime() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);
        var other = Signer.fresh();
        add(other.http(), new SoftPasskey(Application.url()));
        challenge(other);
        var first = challenge(signer);
        for (var form = 0; form < 3; form++) {
            signer.http()
                    .post(
                            signer.at("/pledge/sign.xhtml"),
                            Map.of(
                                    "act",
                                    "passkey",
                                    "key",
                                    UUID.randomUUID().toString(),
                                    "words",
                                    words(signer),
                                    "consent",
                                    "true"));
        }

        assertThat(waiting(signer)).isEqualTo(1);
        assertThat(waiting(other)).isEqualTo(1);
        assertThat(sign(signer, passkey.sign(first)).body()).contains(EXPIRED);
    }

    private long waiting(Signer signer) {
        return database.number(
                "select count(*) from pledge_pending p join account a on a.id = p.account_id where a.user_name = ?",
                signer.userName());
    }

    @Test
    void aPreparedRecordWaitsForFiveMinutesAndHoldsWhatIsTrueWhenItIsSigned() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);
        var late = challenge(signer);
        database.change(
                "update pledge_pending set prepared_at = ? where prepared_at > ?",
                Instant.now().minusSeconds(301),
                Instant.now().minusSeconds(60));
        assertThat(sign(signer, passkey.sign(late)).body()).contains(EXPIRED);

        var before = challenge(signer);
        var employee = database.text("select employee_id from enrolment where id = ?", signer.enrolment());
        database.change(
                "update membership set position = 'Chuyên viên chính, vừa bổ nhiệm' where employee_id = ?", employee);
        var changed = sign(signer, passkey.sign(before));

        assertThat(changed.body()).contains("vừa thay đổi nên chữ ký không còn khớp");
        assertThat(database.number("select count(*) from signature where enrolment_id = ?", signer.enrolment()))
                .isZero();
    }

    @Test
    void aCopyOfTheKeyIsNoticedByItsCount() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);
        passkey.count = 7;
        sign(signer, passkey.sign(new byte[32]));
        database.change("update passkey set sign_count = 100 where credential_sha256 = ?", sha256(passkey.id()));

        assertThat(sign(signer, passkey.sign(challenge(signer))).body()).contains(WRONG);
    }

    @Test
    void aRemovedKeySignsNoMoreAndBothActsStandInTheLedger() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);
        var challenge = challenge(signer);
        var id = database.text("select id from passkey where credential_sha256 = ?", sha256(passkey.id()));
        var form = Map.of("act", "passkey-remove", "passkey", id, "password", Signer.PASSWORD);

        var foreign = Signer.fresh().http().post(PAGE, form);
        var unproved = signer.http().post(PAGE, Map.of("act", "passkey-remove", "passkey", id, "password", "wrong"));
        var removed = signer.http().post(PAGE, form);
        var again = signer.http().post(PAGE, form);

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(unproved.body()).contains("Mật khẩu không đúng", "Khóa thử");
        assertThat(removed.body()).contains("Đã gỡ khóa truy cập").doesNotContain("Khóa thử");
        assertThat(again.body()).contains("Đã gỡ khóa truy cập");
        assertThat(sign(signer, passkey.sign(challenge)).body()).contains(UNKNOWN);
        assertThat(add(signer.http(), passkey).body()).contains("đã từng được thêm");
        assertThat(database.texts(
                        "select kind from ledger_entry where id in (select added_entry from passkey where id = ?) or id in (select removed_entry from passkey where id = ?)",
                        id,
                        id))
                .containsExactly("PASSKEY", "PASSKEY");
    }

    @Test
    void addsNoKeyWithoutThePasswordOrForAnotherOfferAndOneOnlyOnce() {
        var http = Signer.fresh().http();
        var page = http.get(PAGE);
        var fields = fields(page, passkey);

        assertThat(http.post(PAGE, with(fields, "password", "wrong")).body()).contains("Mật khẩu không đúng");
        assertThat(http.post(PAGE, with(fields, "client-data", base64(passkey.clientData("webauthn.create", "AAAA"))))
                        .body())
                .contains(WRONG);
        assertThat(http.post(PAGE, with(fields, "attestation", "AAAA")).body()).contains(WRONG);
        assertThat(http.post(PAGE, with(fields, "offer", "AAAA")).status()).isEqualTo(404);
        assertThat(Signer.fresh().http().post(PAGE, fields).status())
                .as("somebody else's offer")
                .isEqualTo(404);
        assertThat(http.post(PAGE, fields).body()).contains("Đã thêm khóa truy cập");
        assertThat(http.post(PAGE, fields).body()).as("sent twice").contains("Đã thêm khóa truy cập");
        assertThat(database.number("select count(*) from passkey where credential_sha256 = ?", sha256(passkey.id())))
                .isEqualTo(1);
    }

    @Test
    void askedWithoutConsentThePageSaysSoAndPreparesNothing() {
        var signer = Signer.fresh();
        add(signer.http(), passkey);

        var answer = signer.http()
                .post(signer.at("/pledge/sign.xhtml"), Map.of("act", "passkey", "key", key, "words", words(signer)));

        assertThat(answer.body()).contains("Chưa đánh dấu vào câu xác nhận").doesNotContain("data-challenge");
    }

    private static String words(Signer signer) {
        return Signer.words(signer.http(), signer.at("/pledge/sign.xhtml"));
    }

    private String challenge(Signer signer) {
        var page = signer.http()
                .post(
                        signer.at("/pledge/sign.xhtml"),
                        Map.of("act", "passkey", "key", key, "words", words(signer), "consent", "true"));
        return found("data-challenge=\"([\\w-]+)\"", page);
    }

    private Http.Answer sign(Signer signer, Assertion assertion) {
        return signer.http()
                .post(
                        signer.at("/pledge/sign.xhtml"),
                        Map.of(
                                "key", key,
                                "words", words(signer),
                                "consent", "true",
                                "credential", base64(assertion.credentialId()),
                                "authenticator-data", base64(assertion.authenticatorData()),
                                "client-data", base64(assertion.clientData()),
                                "assertion", base64(assertion.signature())));
    }

    private static Http.Answer add(Http http, SoftPasskey passkey) {
        return http.post(PAGE, fields(http.get(PAGE), passkey));
    }

    private static Map<String, String> fields(Http.Answer page, SoftPasskey passkey) {
        return Map.of(
                "act",
                "passkey-add",
                "name",
                "Khóa thử",
                "password",
                Signer.PASSWORD,
                "offer",
                found("name=\"offer\" value=\"([\\w-]+)\"", page),
                "client-data",
                base64(passkey.clientData("webauthn.create", found("data-challenge=\"([\\w-]+)\"", page))),
                "attestation",
                base64(passkey.attestation()));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private String record(Signer signer) {
        return new String(
                bytes(
                        "select l.record from ledger_entry l join signature s on s.ledger_entry_id = l.id where s.enrolment_id = ?",
                        signer),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private String text(String sql, Signer signer) {
        return base64(bytes(sql, signer));
    }

    private byte[] bytes(String sql, Signer signer) {
        return (byte[]) database.rows(sql, signer.enrolment())
                .get(0)
                .values()
                .iterator()
                .next();
    }

    private static byte[] sha256(byte[] bytes) {
        return vn.camket.audit.Ledger.sha256(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String found(String pattern, Http.Answer page) {
        var matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(pattern + " in " + page.body()).isTrue();
        return matcher.group(1);
    }
}
