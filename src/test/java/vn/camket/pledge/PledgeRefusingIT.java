package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;
import vn.camket.testing.Signer;

/** Declaring not to sign, from the form to what the head sees. */
class PledgeRefusingIT {
    private static final String REASON = "Chức danh ghi trong bản cam kết chưa đúng";

    private final Database database = Application.database();

    @Test
    void recordsTheRefusalWithoutTheReasonInTheLedger() {
        var person = Signer.fresh();

        var answer = refuse(person, key(), REASON);

        assertThat(answer.path()).isEqualTo(page(person));
        assertThat(answer.body()).contains(REASON, "Đã ghi nhận việc từ chối ký");
        var row = row(person);
        var record = CanonicalRecord.read((byte[]) row.get("record"));
        assertThat(record)
                .containsEntry("kind", "PLEDGE_REFUSED")
                .containsEntry("sequence", 1L)
                .containsEntry(
                        "reason_sha256",
                        java.util.HexFormat.of()
                                .formatHex(Ledger.sha256(
                                        (byte[]) row.get("reason_salt"), REASON.getBytes(StandardCharsets.UTF_8))));
        assertThat(new String((byte[]) row.get("record"), StandardCharsets.UTF_8))
                .doesNotContain(REASON);
    }

    @Test
    void recordsTheSameFormOnceAndAnotherNotAtAll() {
        var person = Signer.fresh();
        var key = key();

        refuse(person, key, REASON);
        var twice = refuse(person, key, REASON);
        var other = refuse(person, key(), "Lý do khác");

        assertThat(twice.path()).isEqualTo(page(person));
        assertThat(other.body()).contains("đã được ghi nhận trước đó", REASON).doesNotContain("Lý do khác");
        assertThat(count(person)).isEqualTo(1);
    }

    @Test
    void asksForAReasonAndThePassword() {
        var person = Signer.fresh();

        assertThat(refuse(person, key(), " ").body()).contains("Chưa nêu lý do", "id=\"reason-error\"");
        assertThat(refuse(person, key(), "x".repeat(1001)).body()).contains("tối đa 1.000");
        assertThat(refuse(person, key(), "ẩn\u200Bchữ").body()).contains("không nhìn thấy");
        var wrong = person.http().post(page(person), Map.of("key", key(), "reason", REASON, "password", "sai"));
        assertThat(wrong.body()).contains("id=\"password-error\"", REASON);
        assertThat(count(person)).isZero();
    }

    @Test
    void isNeitherDoneNorOverdueAndIsShownApart() {
        var person = Signer.fresh();
        refuse(person, key(), REASON);
        var province = Http.as(Person.PROVINCE_HEAD);

        assertThat(people(province, person, "refused")).contains(person.name());
        assertThat(people(province, person, "not-done")).contains(person.name());
        assertThat(people(province, person, "overdue")).doesNotContain(person.name());
        assertThat(province.get("/report/agency.xhtml").body()).contains("đã từ chối ký bản cam kết");
        assertThat(person.http().get("/completion/tasks.xhtml").body()).contains("Đã từ chối ký");
        assertThat(database.number(
                        "select count(*) from step_result where enrolment_id = ? and cause = 'PLEDGE'",
                        person.enrolment()))
                .isZero();
    }

    @Test
    void showsTheReasonToHeadsOnly() {
        var person = Signer.fresh();
        refuse(person, key(), REASON);
        var address = "/report/person.xhtml?enrolment=" + person.enrolment();

        assertThat(Http.as(Person.PROVINCE_HEAD).get(address).body()).contains(REASON);
        assertThat(Http.as(Person.SUPERVISOR).get(address).body())
                .contains("Từ chối ký lúc")
                .doesNotContain(REASON);
        assertThat(Http.as(Person.COMMUNE_HEAD).get(address).status()).isEqualTo(404);
    }

    @Test
    void handsTheEvidenceToThePersonAndTheHeadsOnly() {
        var person = Signer.fresh();
        refuse(person, key(), REASON);
        var address = "/pledge/refused/"
                + database.number("select id from refused_pledge where enrolment_id = ?", person.enrolment());

        assertThat(CanonicalRecord.read(person.http().get(address).bytes())).containsKey("receipt");
        assertThat(Http.as(Person.PROVINCE_HEAD).get(address).status()).isEqualTo(200);
        assertThat(Http.as(Person.COMMUNE_HEAD).get(address).status()).isEqualTo(404);
        assertThat(Http.as(Person.LEARNER).get(address).status()).isEqualTo(404);
        assertThat(Http.as(Person.LEARNER).get("/pledge/refused/x").status()).isEqualTo(404);
    }

    @Test
    void isTakenBackBySigning() {
        var person = Signer.fresh();
        refuse(person, key(), REASON);

        var signed = person.sign(Map.of());
        var late = refuse(person, key(), REASON);

        assertThat(signed.path()).startsWith("/pledge/receipt.xhtml?code=");
        assertThat(late.path()).isEqualTo(signed.path());
        assertThat(people(Http.as(Person.PROVINCE_HEAD), person, "refused")).doesNotContain(person.name());
        assertThat(count(person)).isEqualTo(1);
    }

    @Test
    void refusesForNobodyElse() {
        var person = Signer.fresh();

        var foreign = Http.as(Person.LEARNER)
                .post(page(person), Map.of("key", key(), "reason", REASON, "password", Person.LEARNER.password()));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(count(person)).isZero();
    }

    @Test
    void refusesNothingThatCannotBeSigned() {
        var learner = Http.as(Person.LEARNER);
        var step = database.number(
                "select s.id from step s join enrolment e on e.campaign_id = s.campaign_id where s.kind = 'PLEDGE' and e.id = ?",
                enrolmentOfNewcomer());
        var address = "/pledge/refuse.xhtml?enrolment=" + enrolmentOfNewcomer() + "&step=" + step;

        var answer = Http.as(Person.NEWCOMER)
                .post(address, Map.of("key", key(), "reason", REASON, "password", Person.NEWCOMER.password()));

        assertThat(answer.path()).startsWith("/pledge/");
        assertThat(database.number("select count(*) from refused_pledge where enrolment_id = ?", enrolmentOfNewcomer()))
                .isZero();
        assertThat(learner.get(address).status()).isEqualTo(404);
    }

    private long enrolmentOfNewcomer() {
        return database.number(
                "select max(e.id) from enrolment e join account a on a.employee_id = e.employee_id where a.user_name = ?",
                Person.NEWCOMER.userName());
    }

    private Http.Answer refuse(Signer person, String key, String reason) {
        return person.http().post(page(person), Map.of("key", key, "reason", reason, "password", Signer.PASSWORD));
    }

    private String people(Http http, Signer person, String state) {
        return http.get("/report/people.xhtml?state=" + state + "&agency=" + person.agency())
                .body();
    }

    private Map<String, Object> row(Signer person) {
        return database.rows(
                        "select l.record, f.reason_salt from refused_pledge f join ledger_entry l on l.id = f.ledger_entry_id where f.enrolment_id = ?",
                        person.enrolment())
                .get(0);
    }

    private long count(Signer person) {
        return database.number("select count(*) from refused_pledge where enrolment_id = ?", person.enrolment());
    }

    private static String page(Signer person) {
        return person.at("/pledge/refuse.xhtml");
    }

    private static String key() {
        return LookupCode.random().value();
    }
}
