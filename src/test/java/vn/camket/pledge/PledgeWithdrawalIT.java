package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Participant;
import vn.camket.testing.Person;

/** A signer asks to withdraw; only a head's agreement ends the pledge. */
class PledgeWithdrawalIT {
    private static final String REASON = "Chuyển sang công tác nghiên cứu, cam kết không còn phù hợp";
    private static final String REFUSAL = "Vị trí công tác chưa thay đổi, đề nghị giữ cam kết";

    private final Database database = Application.database();
    private final Http head = Http.as(Person.PROVINCE_HEAD);

    @Test
    void anAgreedWithdrawalEndsThePledgeAndOpensTheStepAgain() {
        var differences = Pledger.differences();
        var pledger = Pledger.signed();
        var done = pledger.done();

        assertThat(ask(pledger, REASON).body()).contains("Đã gửi đề nghị rút", REASON);
        assertThat(pledger.signatures()).containsExactly("1 -");
        assertThat(pledger.isMet()).isTrue();
        assertThat(head.get("/pledge/withdrawals.xhtml").body()).contains(REASON);
        assertThat(head.get("/pledge/confirm.xhtml").body()).contains("/pledge/withdrawals.xhtml");

        assertThat(decide(head, pledger, "agree", "").body()).contains("Đã đồng ý cho rút");

        assertThat(pledger.signatures()).containsExactly("1 WITHDRAWN");
        assertThat(pledger.isMet() || pledger.isComplete()).isFalse();
        assertThat(pledger.done()).isEqualTo(done - 1);
        assertThat(Pledger.differences()).isEqualTo(differences);
        assertThat(pledger.endRecord())
                .containsEntry("kind", "PLEDGE_WITHDRAWN")
                .containsEntry("reason", REASON)
                .containsEntry("pledge_leaf_hash", pledger.leafHash())
                .containsKeys("approver", "asked_at");
        assertThat(pledger.http().get("/completion/tasks.xhtml").body()).contains("Bản cam kết đã rút");
        assertThat(Http.anonymous()
                        .get("/pledge/verify.xhtml?code=" + pledger.code())
                        .body())
                .contains("Đã rút")
                .doesNotContain(REASON);
        assertThat(decide(head, pledger, "agree", "").body()).contains("đã được quyết định trước đó");
        assertThat(ask(pledger, REASON).body()).contains("không còn hiệu lực nên không cần rút");

        pledger.sign(LookupCode.random().value());

        assertThat(pledger.signatures()).containsExactly("1 WITHDRAWN", "2 -");
        assertThat(pledger.isMet() && pledger.isComplete()).isTrue();
        assertThat(Pledger.differences()).isEqualTo(differences);
    }

    @Test
    void aDeclinedOneStandsAndMayBeAskedAgain() {
        var pledger = Pledger.signed();
        ask(pledger, REASON);

        assertThat(decide(head, pledger, "decline", "không").body()).contains("Ghi rõ lý do, từ 10 đến 500");
        assertThat(decide(head, pledger, "decline", REFUSAL).body()).contains("vẫn có hiệu lực");

        assertThat(pledger.signatures()).containsExactly("1 -");
        assertThat(pledger.http()
                        .get("/pledge/receipt.xhtml?code=" + pledger.code())
                        .body())
                .contains("không đồng ý cho rút", REFUSAL);
        ask(pledger, REASON);
        assertThat(requests(pledger)).isEqualTo(2);
    }

    @Test
    void askedTwiceAtOnceIsAskedOnce() {
        var pledger = Pledger.signed();
        var again = pledger.participant().http();

        var first = CompletableFuture.supplyAsync(() -> ask(pledger, REASON));
        var second = again.post(page(pledger), Map.of("reason", REASON, "password", Participant.PASSWORD));

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(requests(pledger)).isEqualTo(1);
    }

    @Test
    void decidedTwiceAtOnceIsDecidedOnce() {
        var pledger = Pledger.signed();
        ask(pledger, REASON);
        var other = Http.as(Person.PROVINCE_HEAD);

        var first = CompletableFuture.supplyAsync(() -> decide(head, pledger, "agree", ""));
        var second = decide(other, pledger, "decline", REFUSAL);

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(database.number(
                        "select count(*) from withdrawal_decision d join withdrawal w on w.id = d.withdrawal_id where w.signature_id = ?",
                        pledger.signature()))
                .isEqualTo(1);
        var agreed = database.number(
                        "select count(*) from withdrawal_decision d join withdrawal w on w.id = d.withdrawal_id where w.signature_id = ? and d.agreed = true",
                        pledger.signature())
                == 1;
        assertThat(pledger.signatures()).containsExactly(agreed ? "1 WITHDRAWN" : "1 -");
    }

    @Test
    void refusesStrangersShortReasonsAndWrongPasswords() {
        var pledger = Pledger.signed();

        assertThat(ask(pledger, "vì").body()).contains("Ghi rõ lý do, từ 10 đến 500 ký tự");
        assertThat(pledger.http()
                        .post(page(pledger), Map.of("reason", REASON, "password", "x"))
                        .body())
                .contains(REASON)
                .doesNotContain("Đã gửi đề nghị");
        assertThat(Http.as(Person.SIGNER)
                        .post(page(pledger), Map.of("reason", REASON, "password", Participant.PASSWORD))
                        .status())
                .isEqualTo(404);
        assertThat(head.get(page(pledger)).status()).isEqualTo(404);
        assertThat(requests(pledger)).isZero();

        ask(pledger, REASON);
        assertThat(decide(Http.as(Person.COMMUNE_HEAD), pledger, "agree", "").body())
                .contains("đã được quyết định trước đó");
        assertThat(decide(pledger.http(), pledger, "agree", "").status()).isIn(403, 404);
        assertThat(head.post("/pledge/withdrawals.xhtml", Map.of("which", "agree", "password", Participant.PASSWORD))
                        .body())
                .contains("Chưa chọn đề nghị nào");
        assertThat(pledger.signatures()).containsExactly("1 -");
    }

    @Test
    void aClosedCampaignKeepsItsFigures() {
        var row = database.rows(
                        """
                        select s.id, s.enrolment_id, s.step_id, s.lookup_code, a.user_name
                        from signature s join enrolment e on e.id = s.enrolment_id join campaign k on k.id = e.campaign_id
                        join account a on a.employee_id = s.employee_id
                        where k.closed_at is not null and a.password_hash is not null and a.user_name = ?
                        """,
                        Person.COMMUNE_HEAD.userName())
                .get(0);
        var signer = Http.as(Person.COMMUNE_HEAD);
        signer.post(
                "/pledge/withdraw.xhtml?code=" + row.get("lookup_code"),
                Map.of("reason", REASON, "password", Participant.PASSWORD));
        var request = database.text("select max(id) from withdrawal where signature_id = ?", row.get("id"));

        head.post(
                "/pledge/withdrawals.xhtml",
                Map.of("which", "agree", "pick", request, "password", Participant.PASSWORD));

        assertThat(database.text("select kind from signature_end where signature_id = ?", row.get("id")))
                .isEqualTo("WITHDRAWN");
        assertThat(database.number(
                        "select count(*) from step_result where enrolment_id = ? and step_id = ?",
                        row.get("enrolment_id"),
                        row.get("step_id")))
                .isEqualTo(1);
        assertThat(database.number(
                        "select count(*) from enrolment where id = ? and completed_at is not null",
                        row.get("enrolment_id")))
                .isEqualTo(1);
        assertThat(signer.get("/pledge/mine.xhtml").body()).contains("Đã rút").doesNotContain("Đọc lại và ký");
    }

    private static String page(Pledger pledger) {
        return "/pledge/withdraw.xhtml?code=" + pledger.code();
    }

    private static Http.Answer ask(Pledger pledger, String reason) {
        return pledger.http().post(page(pledger), Map.of("reason", reason, "password", Participant.PASSWORD));
    }

    private Http.Answer decide(Http http, Pledger pledger, String which, String reason) {
        var fields = new HashMap<String, String>();
        fields.put("which", which);
        fields.put("reason", reason);
        fields.put("password", Participant.PASSWORD);
        fields.put("pick", database.text("select max(id) from withdrawal where signature_id = ?", pledger.signature()));
        return http.post("/pledge/withdrawals.xhtml", fields);
    }

    private long requests(Pledger pledger) {
        return database.number("select count(*) from withdrawal where signature_id = ?", pledger.signature());
    }
}
