package vn.camket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;
import vn.camket.testing.Signer;

/** The six-digit code: set up, asked, used once, recovered, given up, ended by an administrator. */
class TotpIT {
    private static final String PASSWORD = "lai-chau-2026";
    private static final String PAGE = "/identity/security.xhtml";

    private final Database database = Application.database();

    /** Somebody with a code, and the application on the telephone. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Phone(String user, byte[] secret, List<String> recoveryCodes) {
        /** A code later than every one used so far. */
        String code(Database database) {
            var last = database.number(
                    "select t.last_step from totp t join account a on a.id = t.account_id where a.user_name = ?", user);
            return Totp.code(secret, Math.max(last + 1, now()));
        }

        private static long now() {
            return Totp.step(Clock.systemUTC().instant());
        }
    }

    @Test
    void asksForTheCodeFromTheFirstOneOn() {
        var phone = phone(10);

        assertThat(phone.recoveryCodes()).hasSize(10);
        var http = Http.anonymous();
        var asked = http.signIn(phone.user(), PASSWORD);
        assertThat(asked.body()).contains("finish:code").doesNotContain("signIn:password");
        assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(302);
        var wrong = finish(http, asked, "000000");
        assertThat(wrong.body()).contains("finish:code", message("CODE_WRONG"));
        assertThat(finish(http, wrong, "").body()).contains("finish:code", message("CODE_MISSING"));
        assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(302);

        var code = phone.code(database);
        assertThat(finish(http, wrong, code).path()).doesNotContain("sign-in");
        assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(200);

        var second = Http.anonymous();
        assertThat(finish(second, second.signIn(phone.user(), PASSWORD), code).body())
                .as("the same code again")
                .contains(message("CODE_WRONG"));
        assertThat(database.number("select count(*) from sign_in_throttle where subject = ?", "n:" + phone.user()))
                .isEqualTo(1);
    }

    @Test
    void theSecretIsNowhereInTheDatabase() {
        var phone = phone(11);

        var stored = (byte[]) database.rows(
                        "select t.secret from totp t join account a on a.id = t.account_id where a.user_name = ?",
                        phone.user())
                .get(0)
                .get("secret");

        assertThat(Base32.toBase32String(stored)).doesNotContain(Base32.toBase32String(phone.secret()));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(phone.secret(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void theSameFormSentTwiceAtOnceGivesTheSameRecoveryCodesAndNeverAfterAnotherCode() {
        var user = user(12);
        var http = signedIn(user);
        var form = http.get(PAGE + "?act=begin");
        var secret = secret(form);
        var fields = Map.of("password", PASSWORD, "one-time-code", Totp.code(secret, Phone.now()));

        var first = http.submit(form, "set", "submit", fields);
        var again = http.submit(form, "set", "submit", fields);

        assertThat(codes(first)).hasSize(10).isEqualTo(codes(again));
        assertThat(database.number(
                        "select count(*) from audit_entry where act = 'TOTP_SET' and object_id = ?", account(user)))
                .isEqualTo(1);
        database.change("update totp set last_step = last_step + 1 where account_id = ?", account(user));
        for (var guess = 1; guess <= 3; guess++) {
            var wrong = http.submit(form, "set", "submit", Map.of("password", "not-mine", "one-time-code", "123456"));
            assertThat(wrong.body()).contains(message("CURRENT_PASSWORD_WRONG")).doesNotContain("set-password");
        }
        var later = http.submit(form, "set", "submit", fields);
        assertThat(codes(later)).isEmpty();
        assertThat(later.body()).contains(message("TOTP_ALREADY_SET"));
        assertThat(database.number("select failures from sign_in_throttle where subject = ?", "p:" + account(user)))
                .as("the right password clears nothing here")
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void aDraftEndsAfterTenMinutes() throws Exception {
        var user = user(27);
        var http = signedIn(user);
        var form = http.get(PAGE + "?act=begin");
        var old = TotpDraft.fresh(Clock.systemUTC().instant().minusSeconds(601));

        var answer = http.submit(
                form,
                "set",
                "submit",
                Map.of(
                        "draft",
                        sealed(old.bytes(), "totp-draft:" + account(user)),
                        "password",
                        PASSWORD,
                        "one-time-code",
                        Totp.code(old.secret(), Phone.now())));

        assertThat(answer.body()).contains(message("TOTP_DRAFT_EXPIRED"));
        assertThat(secret(answer)).isNotEqualTo(old.secret()).isNotEqualTo(secret(form));
        assertThat(isSet(user)).isFalse();
        assertThat(codes(set(http, answer))).hasSize(10);
    }

    /** As {@link vn.camket.audit.SecretBox} seals, with the key of the running application. */
    private static String sealed(byte[] plain, String context) throws Exception {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = Secrets.bytes(12);
        var key = Files.readAllBytes(Application.dataFolder().resolve("secrets").resolve("box.key"));
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        var sealed = new ByteArrayOutputStream();
        sealed.writeBytes(nonce);
        sealed.writeBytes(cipher.doFinal(plain));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toByteArray());
    }

    @Test
    void refusesToSetUpWithoutPasswordOrWithAWrongCodeAndKeepsTheDraft() {
        var http = signedIn(user(13));
        var form = http.get(PAGE + "?act=begin");
        var code = Totp.code(secret(form), Phone.now());

        var wrongPassword = http.submit(form, "set", "submit", Map.of("password", "not-mine", "one-time-code", code));
        var wrongCode = http.submit(form, "set", "submit", Map.of("password", PASSWORD, "one-time-code", "000000"));

        assertThat(wrongPassword.body()).contains(message("CURRENT_PASSWORD_WRONG"));
        assertThat(wrongCode.body()).contains(message("CODE_WRONG"));
        assertThat(secret(wrongCode)).isEqualTo(secret(form));
        assertThat(database.number(
                        "select count(*) from totp t join account a on a.id = t.account_id where a.user_name = ?",
                        user(13)))
                .isZero();
    }

    @Test
    void aDraftIsGoodForItsOwnAccountOnly() {
        var mine = signedIn(user(14));
        var foreign = signedIn(user(15));
        var form = mine.get(PAGE + "?act=begin");

        var answer = foreign.post(
                PAGE,
                Map.of(
                        "act",
                        "set",
                        "draft",
                        sealed(form),
                        "password",
                        PASSWORD,
                        "one-time-code",
                        Totp.code(secret(form), Phone.now())));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void guessingCodesMakesWaitAsGuessingPasswordsDoes() {
        var phone = phone(16);
        var http = Http.anonymous();
        var page = http.signIn(phone.user(), PASSWORD);

        for (var guess = 1; guess <= 4; guess++) {
            page = finish(http, page, "00000" + guess);
        }
        var blocked = finish(http, page, phone.code(database));

        assertThat(blocked.body()).contains("finish:code", "1 phút");
        assertThat(http.getOnly("/completion/tasks.xhtml").status()).isEqualTo(302);
    }

    @Test
    void aRecoveryCodeOpensOnceAndGivesTheCodeUp() {
        var phone = phone(17);
        var lost = phone.recoveryCodes().get(3);
        var http = Http.anonymous();

        assertThat(finish(http, http.signIn(phone.user(), PASSWORD), lost).path())
                .doesNotContain("sign-in");
        var second = Http.anonymous();
        assertThat(finish(second, second.signIn(phone.user(), PASSWORD), lost).body())
                .contains(message("CODE_WRONG"));

        var page = http.get(PAGE);
        assertThat(page.body()).contains("9 mã dự phòng");
        var used = http.submit(page, "remove", "submit", Map.of("password", PASSWORD, "one-time-code", lost));
        assertThat(used.body()).contains(message("CODE_WRONG"));
        var removed = http.submit(
                page,
                "remove",
                "submit",
                Map.of(
                        "password",
                        PASSWORD,
                        "one-time-code",
                        phone.recoveryCodes().get(4)));
        assertThat(removed.body()).contains("Đã gỡ mã xác nhận", "Thiết lập");
        var again = http.post(PAGE, Map.of("act", "remove", "password", PASSWORD, "one-time-code", "123456"));
        assertThat(again.body()).contains(message("TOTP_NOT_SET"));
        assertThat(Http.anonymous().signIn(phone.user(), PASSWORD).path()).doesNotContain("sign-in");
    }

    @Test
    void anAdministratorEndsItByAProofAndItIsWrittenDown() {
        var phone = phone(18);
        var account = account(phone.user());
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var page = http.get(sheet(account));
        var proof = Map.of("password", PASSWORD);

        var without = http.submit(page, "endCode", "endCode:submit", Map.of());
        var wrong = http.submit(page, "endCode", "endCode:submit", Map.of("password", "not-mine"));
        assertThat(without.body()).contains(message("CURRENT_PASSWORD_WRONG"), "#endCode-password");
        assertThat(wrong.body()).contains(message("CURRENT_PASSWORD_WRONG"));
        assertThat(isSet(phone.user())).isTrue();
        var ended = http.submit(page, "endCode", "endCode:submit", proof);
        var twice = http.submit(page, "endCode", "endCode:submit", proof);

        assertThat(ended.body()).contains("Đã gỡ mã xác nhận của").doesNotContain("endCode:submit");
        assertThat(twice.body()).doesNotContain("endCode:submit", "Đã gỡ mã xác nhận của");
        assertThat(database.number(
                        "select count(*) from audit_entry where act = 'TOTP_ENDED' and object_id = ?", account))
                .isEqualTo(1);
        assertThat(Http.anonymous().signIn(phone.user(), PASSWORD).path()).doesNotContain("sign-in");
    }

    @Test
    void anAdministratorTakesNobodysAccountOverByPasswordAloneNorTheirOwnCode() {
        var phone = phone(23);
        var keeper = phone(26);
        var own = account(keeper.user());
        administersRoot(own);
        try {
            var http = Http.anonymous();
            finish(http, http.signIn(keeper.user(), PASSWORD), keeper.code(database));
            var theirs = http.get(sheet(account(phone.user())));

            var renewed = http.submit(theirs, "renew", "renew:submit", Map.of("password", PASSWORD));
            var guessed = http.submit(
                    theirs, "renew", "renew:submit", Map.of("password", PASSWORD, "one-time-code", "000000"));
            var ended = http.submit(theirs, "endCode", "endCode:submit", Map.of("password", PASSWORD));
            var version = database.text("select version from account where id = ?", own);
            var ofOwn = http.post(
                    sheet(own),
                    Map.of(
                            "endCode",
                            "endCode",
                            "endCode:version",
                            version,
                            "endCode:submit",
                            "",
                            "jakarta.faces.ViewState",
                            viewState(http.get(sheet(own))),
                            "password",
                            PASSWORD,
                            "one-time-code",
                            keeper.code(database)));

            assertThat(renewed.body()).contains(message("CODE_MISSING"), "#renew-password-code");
            assertThat(guessed.body()).contains(message("CODE_WRONG")).doesNotContain("activate.xhtml?secret");
            assertThat(ended.body()).contains(message("CODE_MISSING"));
            assertThat(ofOwn.body())
                    .contains("Đây là mã xác nhận của chính Anh/Chị")
                    .doesNotContain("endCode:submit", "Đã gỡ mã xác nhận của");
            assertThat(List.of(isSet(phone.user()), isSet(keeper.user()))).containsOnly(true);
            assertThat(Http.anonymous().signIn(phone.user(), PASSWORD).body()).contains("finish:code");
        } finally {
            database.change("delete from role_grant where account_id = ? and role = 'SYSTEM_ADMINISTRATOR'", own);
        }
    }

    @Test
    void anotherTabSetsNoSecondCode() {
        var user = user(19);
        var http = signedIn(user);
        var left = http.get(PAGE + "?act=begin");
        var right = http.get(PAGE + "?act=begin");
        set(http, left);

        var second = set(http, right);

        assertThat(second.body()).contains(message("TOTP_ALREADY_SET"));
    }

    @Test
    void theFormOverAPageAsksToo() {
        var phone = phone(20);
        var http = Http.anonymous();
        var json = "{\"userName\":\"%s\",\"password\":\"%s\"%s}";

        var without = http.postJson("/api/identity/sign-in", json.formatted(phone.user(), PASSWORD, ""));
        var with = http.postJson(
                "/api/identity/sign-in",
                json.formatted(phone.user(), PASSWORD, ",\"code\":\"" + phone.code(database) + "\""));

        assertThat(without.status()).isEqualTo(409);
        assertThat(without.body()).contains("CODE_MISSING");
        assertThat(with.status()).isEqualTo(200);
    }

    @Test
    void aTicketEndsAfterFiveMinutesAndIsNobodyElses() {
        var phone = phone(21);
        var http = Http.anonymous();
        var asked = http.signIn(phone.user(), PASSWORD);

        var forged =
                http.submit(asked, "finish", "finish:submit", Map.of("finish:ticket", "AAAA", "finish:code", "123456"));
        database.change("update account set security_stamp = 'changed' where user_name = ?", phone.user());
        var old = finish(http, asked, phone.code(database));

        assertThat(forged.body()).contains(message("SIGN_IN_EXPIRED"), "signIn:password");
        assertThat(old.body()).contains(message("SIGN_IN_EXPIRED"), "signIn:password");
    }

    @Test
    void changingThePasswordAsksForTheCode() {
        var phone = phone(22);
        var http = Http.anonymous();
        finish(http, http.signIn(phone.user(), PASSWORD), phone.code(database));
        var page = http.get("/identity/password.xhtml");
        var wished = Map.of(
                "change:current",
                PASSWORD,
                "change:wished",
                "mot-mat-khau-dai-2026",
                "change:again",
                "mot-mat-khau-dai-2026");

        var without = http.submit(page, "change", "change:submit", wished);

        assertThat(page.body()).contains("change:current-code");
        assertThat(without.body()).contains(message("CODE_MISSING"));
    }

    @Test
    void signsWithBothAndTheRecordSaysSo() {
        var signer = Signer.fresh();
        var user = database.text(
                "select a.user_name from account a join enrolment e on e.employee_id = a.employee_id where e.id = ?",
                signer.enrolment());
        var phone = phone(user, signer.http());
        var page = signer.http().get(signer.at("/pledge/sign.xhtml"));
        var code = phone.code(database);

        var without = signer.sign(Map.of());
        var wrong = signer.sign(Map.of("one-time-code", "000000"));
        var signed = signer.sign(Map.of("one-time-code", code));

        assertThat(page.body()).contains("password-code", "one-time-code");
        assertThat(without.body()).contains(message("CODE_MISSING"), "#password-code");
        assertThat(wrong.body()).contains(message("CODE_WRONG"));
        assertThat(signed.path()).startsWith("/pledge/receipt.xhtml");
        assertThat(signed.body()).contains("mã xác nhận 6 số");
        var record = (byte[]) database.rows(
                        "select l.record from ledger_entry l join signature s on s.ledger_entry_id = l.id where s.enrolment_id = ?",
                        signer.enrolment())
                .get(0)
                .get("record");
        assertThat(new String(record, StandardCharsets.UTF_8)).contains("\"authentication\":\"PASSWORD_TOTP\"");
    }

    private void administersRoot(String account) {
        database.change(
                "insert into role_grant (account_id, role, agency_id, valid_from)"
                        + " select ?, 'SYSTEM_ADMINISTRATOR', id, opened_on from agency where parent_id is null",
                account);
    }

    private String account(String user) {
        return database.text("select id from account where user_name = ?", user);
    }

    private static String sheet(String account) {
        return "/identity/account.xhtml?account=" + account;
    }

    private boolean isSet(String user) {
        return database.number(
                        "select count(*) from totp t join account a on a.id = t.account_id where a.user_name = ?", user)
                == 1;
    }

    private static String viewState(Http.Answer page) {
        return found("jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)\"", page);
    }

    private Phone phone(int index) {
        var user = user(index);
        return phone(user, signedIn(user));
    }

    private static Phone phone(String user, Http http) {
        var form = http.get(PAGE + "?act=begin");
        return new Phone(user, secret(form), codes(set(http, form)));
    }

    private static Http.Answer set(Http http, Http.Answer form) {
        return http.submit(
                form,
                "set",
                "submit",
                Map.of("password", PASSWORD, "one-time-code", Totp.code(secret(form), Phone.now())));
    }

    private static Http.Answer finish(Http http, Http.Answer page, String code) {
        return http.submit(page, "finish", "finish:submit", Map.of("finish:code", code));
    }

    private static String sealed(Http.Answer page) {
        return found("name=\"draft\" value=\"([^\"]+)\"", page);
    }

    private static byte[] secret(Http.Answer page) {
        return Base32.decode(found("id=\"secret\">([A-Z2-7 ]+)<", page).replace(" ", ""));
    }

    private static String found(String pattern, Http.Answer page) {
        var matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(pattern + " in " + page.body()).isTrue();
        return matcher.group(1);
    }

    private static List<String> codes(Http.Answer page) {
        var codes = new ArrayList<String>();
        Pattern.compile("<li>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})</li>")
                .matcher(page.body())
                .results()
                .forEach(hit -> codes.add(hit.group(1)));
        return codes;
    }

    private static Http signedIn(String user) {
        var http = Http.anonymous();
        http.signIn(user, PASSWORD);
        return http;
    }

    /** The first words of a refusal. */
    private static String message(String reason) {
        return switch (reason) {
            case "CODE_WRONG" -> "Mã xác nhận không đúng";
            case "CODE_MISSING" -> "Chưa nhập mã xác nhận";
            case "CURRENT_PASSWORD_WRONG" -> "Mật khẩu không đúng";
            case "SIGN_IN_EXPIRED" -> "Đã quá 5 phút";
            case "TOTP_ALREADY_SET" -> "Tài khoản đã có mã xác nhận";
            case "TOTP_DRAFT_EXPIRED" -> "Đã quá 10 phút";
            case "TOTP_NOT_SET" -> "Tài khoản không còn mã xác nhận";
            default -> throw new IllegalArgumentException(reason);
        };
    }

    /** A head of some agency whom no other test uses. */
    private String user(int index) {
        return database.texts("select user_name from account where user_name like 'lc%' order by user_name desc")
                .get(index);
    }
}
