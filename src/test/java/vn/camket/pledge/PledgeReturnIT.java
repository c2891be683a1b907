package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Participant;
import vn.camket.testing.Person;

/** A head gives pledges back with a reason; the signer signs again; what was signed stays. */
class PledgeReturnIT {
    private static final String REASON = "Chức vụ ghi trên bản chưa đúng, đề nghị ký lại";

    private final Database database = Application.database();
    private final Http head = Http.as(Person.PROVINCE_HEAD);

    @Test
    void aReturnedPledgeIsOpenAgainAndSignedAnew() {
        var differences = Pledger.differences();
        var pledger = Pledger.signed();
        var done = pledger.done();
        var before = row(pledger);

        assertThat(pledger.returnedBy(head, REASON).body()).contains("Đã trả lại 1 bản cam kết");

        assertThat(pledger.signatures()).containsExactly("1 RETURNED");
        assertThat(pledger.isMet()).isFalse();
        assertThat(pledger.isComplete()).isFalse();
        assertThat(pledger.done()).isEqualTo(done - 1);
        assertThat(Pledger.differences()).isEqualTo(differences);
        assertThat(pledger.endRecord())
                .containsEntry("kind", "PLEDGE_RETURNED")
                .containsEntry("reason", REASON)
                .containsEntry("pledge_leaf_hash", pledger.leafHash());
        assertThat(pledger.http().get("/completion/tasks.xhtml").body()).contains(REASON, "Đọc lại và ký lại");
        assertThat(pledger.http().get("/pledge/mine.xhtml").body()).contains(REASON, "Đọc lại và ký", "Đã trả lại");
        assertThat(pledger.http().get(pledger.signPage()).body()).contains(REASON, "Tôi ký bản cam kết");

        var receipt = pledger.sign(LookupCode.random().value());

        assertThat(receipt.path()).contains("/pledge/receipt.xhtml");
        assertThat(pledger.signatures()).containsExactly("1 RETURNED", "2 -");
        assertThat(pledger.newestRecord()).containsEntry("sequence", 2L).containsEntry("supersedes", null);
        assertThat(pledger.isMet() && pledger.isComplete()).isTrue();
        assertThat(pledger.done()).isEqualTo(done);
        assertThat(Pledger.differences()).isEqualTo(differences);
        assertThat(row(pledger)).isEqualTo(before);
    }

    @Test
    void strangersSeeThatItWasReturnedAndThatItsProofHolds() {
        var pledger = Pledger.signed();
        var verify = "/pledge/verify.xhtml?code=" + pledger.code();
        assertThat(Http.anonymous().get(verify).body()).contains("Đang có hiệu lực");

        pledger.returnedBy(head, REASON);

        assertThat(Http.anonymous().get(verify).body())
                .contains("Bản cam kết có thật", "Đã trả lại")
                .doesNotContain(REASON);
        assertThat(Http.anonymous()
                        .get("/verify/" + pledger.code() + "/proof.json")
                        .status())
                .isEqualTo(200);
        assertThat(pledger.http().get("/pledge/pdf/" + pledger.code()).bytes())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(head.get("/pledge/receipt.xhtml?code=" + pledger.code()).body())
                .contains(REASON)
                .doesNotContain("Xác nhận bản này");
    }

    @Test
    void refusesWithoutAReasonOrThePassword() {
        var pledger = Pledger.signed();

        assertThat(pledger.returnedBy(head, "sai").body()).contains("Ghi rõ lý do, từ 10 đến 500 ký tự");
        assertThat(pledger.returnedBy(head, "x".repeat(501)).body()).contains("Lý do đang có 501 ký tự");
        assertThat(pledger.returnedBy(head, "Chức vụ\u200B chưa đúng").body()).contains("không nhìn thấy được");
        assertThat(head.post(
                                "/pledge/confirm.xhtml",
                                Map.of(
                                        "which",
                                        "return",
                                        "pick",
                                        pledger.signature(),
                                        "reason",
                                        REASON,
                                        "password",
                                        "x"))
                        .body())
                .contains("reason", REASON)
                .doesNotContain("Đã trả lại 1");
        assertThat(head.post(
                                "/pledge/confirm.xhtml",
                                Map.of("which", "return", "reason", REASON, "password", Participant.PASSWORD))
                        .body())
                .contains("Chưa chọn bản cam kết nào");
        assertThat(pledger.signatures()).containsExactly("1 -");
    }

    @Test
    void skipsWhatIsForeignConfirmedOrOnesOwn() {
        var pledger = Pledger.signed();

        assertThat(pledger.returnedBy(Http.as(Person.COMMUNE_HEAD), REASON).body())
                .contains("Đã trả lại 0 bản cam kết; 1 bản");
        assertThat(pledger.returnedBy(pledger.http(), REASON).status()).isIn(403, 404);
        head.post(
                "/pledge/confirm.xhtml",
                Map.of("which", "picked", "pick", pledger.signature(), "password", Participant.PASSWORD));
        assertThat(pledger.returnedBy(head, REASON).body()).contains("Đã trả lại 0 bản cam kết; 1 bản");
        assertThat(pledger.signatures()).containsExactly("1 -");
        assertThat(pledger.isMet()).isTrue();
    }

    @Test
    void refusesInACampaignThatTakesNoPledgesAnyMore() {
        var closed = database.text(
                """
                select min(s.id) from signature s join enrolment e on e.id = s.enrolment_id
                join campaign k on k.id = e.campaign_id join account a on a.user_name = 'chutich'
                where k.closed_at is not null and s.employee_id <> a.employee_id
                  and not exists (select 1 from confirmation c where c.signature_id = s.id)
                """);

        var answer = head.post(
                "/pledge/confirm.xhtml",
                Map.of("which", "return", "pick", closed, "reason", REASON, "password", Participant.PASSWORD));

        assertThat(answer.body()).contains("Có 1 bản thuộc đợt đã hết hạn");
        assertThat(database.number("select count(*) from signature_end where signature_id = ?", closed))
                .isZero();
    }

    @Test
    void twoReturnsAtOnceEndItOnce() {
        var pledger = Pledger.signed();
        var other = Http.as(Person.PROVINCE_HEAD);
        var differences = Pledger.differences();

        var answers = List.of(
                CompletableFuture.supplyAsync(() -> pledger.returnedBy(head, REASON)),
                CompletableFuture.supplyAsync(() -> pledger.returnedBy(other, REASON)));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(pledger.signatures()).containsExactly("1 RETURNED");
        assertThat(Pledger.differences()).isEqualTo(differences);
    }

    @Test
    void aFormSentAgainAfterTheReturnSignsNothing() {
        var pledger = Pledger.signed();
        pledger.returnedBy(head, REASON);
        var key = LookupCode.random().value();
        pledger.sign(key);
        var second =
                database.text("select id from signature where enrolment_id = ? and sequence = 2", pledger.enrolment());
        head.post(
                "/pledge/confirm.xhtml",
                Map.of("which", "return", "pick", second, "reason", REASON, "password", Participant.PASSWORD));

        assertThat(pledger.sign(key).path()).contains("/pledge/receipt.xhtml");

        assertThat(pledger.signatures()).containsExactly("1 RETURNED", "2 RETURNED");
    }

    private Map<String, Object> row(Pledger pledger) {
        return database.rows(
                        "select lookup_code, signed_at, ledger_entry_id, sequence from signature where id = ?",
                        pledger.signature())
                .get(0);
    }
}
