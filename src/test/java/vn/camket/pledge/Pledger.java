package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.camket.audit.CanonicalRecord;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Participant;
import vn.camket.testing.Person;
import vn.camket.testing.Signer;
import vn.camket.trust.SampleAuthority;

/** Somebody in the campaign in progress with a signed pledge that waits for the head, and whom no other test touches. */
record Pledger(Participant participant, Http http, String step, String signature, String code) {
    private static final Database DATABASE = Application.database();

    static Pledger signed() {
        var participant = Participant.withAPledge();
        var row = DATABASE.rows(
                        "select id, step_id, lookup_code from signature where enrolment_id = ?",
                        participant.enrolment())
                .get(0);
        return new Pledger(
                participant,
                participant.http(),
                String.valueOf(row.get("step_id")),
                String.valueOf(row.get("id")),
                (String) row.get("lookup_code"));
    }

    String enrolment() {
        return String.valueOf(participant.enrolment());
    }

    String signPage() {
        return "/pledge/sign.xhtml?enrolment=" + enrolment() + "&step=" + step;
    }

    Http.Answer sign(String key) {
        return http.post(
                signPage(),
                Map.of(
                        "key",
                        key,
                        "words",
                        Signer.words(http, signPage()),
                        "consent",
                        "true",
                        "password",
                        Participant.PASSWORD));
    }

    Http.Answer returnedBy(Http head, String reason) {
        return head.post(
                "/pledge/confirm.xhtml",
                Map.of("which", "return", "pick", signature, "reason", reason, "password", Participant.PASSWORD));
    }

    /** The kinds of ends of all signatures, in order; "-" for the one that stands. */
    List<String> signatures() {
        return DATABASE.texts(
                "select concat(s.sequence, ' ', coalesce(x.kind, '-')) from signature s"
                        + " left join signature_end x on x.signature_id = s.id where s.enrolment_id = ? order by s.sequence",
                enrolment());
    }

    String name() {
        return DATABASE.text(
                "select p.full_name from employee p join enrolment e on e.employee_id = p.id where e.id = ?",
                enrolment());
    }

    /** The citizen number that the personnel office records for the person now, as on the page. */
    String number() {
        var employee = DATABASE.text("select employee_id from enrolment where id = ?", enrolment());
        var number = "0121990" + String.format("%05d", Long.parseLong(employee) % 100_000);
        var office = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var page = office.get("/organization/person.xhtml?person=" + employee);
        var answer = office.submit(page, "identifier", "identifier:submit", Map.of("identifier:number", number));
        assertThat(answer.body()).contains("Đã ghi nhận số định danh");
        return number;
    }

    /** A certificate in the person's name that names this citizen number. */
    SampleAuthority.Holder holder(SampleAuthority authority, String number) {
        return authority.issue(SampleAuthority.Wish.person(name(), "CCCD:" + number));
    }

    boolean isMet() {
        return DATABASE.number(
                        "select count(*) from step_result where enrolment_id = ? and step_id = ?", enrolment(), step)
                == 1;
    }

    boolean isComplete() {
        return DATABASE.number("select count(*) from enrolment where id = ? and completed_at is not null", enrolment())
                == 1;
    }

    /** The record that ended the first signature. */
    Map<String, Object> endRecord() {
        return read((byte[]) DATABASE.rows(
                        "select l.record from signature_end x join ledger_entry l on l.id = x.ledger_entry_id where x.signature_id = ?",
                        signature)
                .get(0)
                .get("record"));
    }

    /** The record of the newest signature. */
    Map<String, Object> newestRecord() {
        return read((byte[]) DATABASE.rows(
                        "select l.record from signature s join ledger_entry l on l.id = s.ledger_entry_id where s.enrolment_id = ? order by s.sequence desc",
                        enrolment())
                .get(0)
                .get("record"));
    }

    private static Map<String, Object> read(byte[] record) {
        return new LinkedHashMap<>(CanonicalRecord.read(record));
    }

    String leafHash() {
        return java.util.HexFormat.of().formatHex((byte[]) DATABASE.rows(
                        "select l.leaf_hash from signature s join ledger_entry l on l.id = s.ledger_entry_id where s.id = ?",
                        signature)
                .get(0)
                .get("leaf_hash"));
    }

    /** Those who are done with the pledge, in the person's agency. */
    long done() {
        return DATABASE.number(
                "select c.done from completion_count c join enrolment e on e.campaign_id = c.campaign_id and e.agency_id = c.agency_id"
                        + " where e.id = ? and c.step_id = ?",
                enrolment(),
                step);
    }

    /** Recounts the campaign. @return counters that differ from the facts */
    static long differences() {
        var campaign = DATABASE.text("select max(id) from campaign where opened_at is not null and closed_at is null");
        var http = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
        var answer = http.submit(http.get("/completion/check.xhtml"), "check", "ignored", Map.of("run", campaign));
        assertThat(answer.status()).isEqualTo(200);
        return DATABASE.number(
                "select differences from completion_check where id = (select max(id) from completion_check where campaign_id = ?)",
                campaign);
    }
}
