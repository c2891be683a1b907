package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.camket.platform.Vietnam;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Participant;
import vn.camket.testing.Person;

/** A pledge is signed again after a text that asks for it or after a transfer; the old one is superseded, not touched. */
class SigningAgainIT {
    private static final String REASON = "Chức vụ ghi trên bản chưa đúng, đề nghị ký lại";
    private static final String NOTE = "Thêm cam kết không nhận quà dưới mọi hình thức";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private final Database database = Application.database();
    private final Http author = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
    private final String template = database.text("select min(id) from pledge_template");

    /** The text of these tests is not signed in any campaign afterwards. */
    @AfterEach
    void takesTheTextOutOfUse() {
        database.change(
                "update pledge_text set asks_again = false, published_at = '2099-01-01 00:00:00' where asks_again = true");
    }

    @Test
    void aNewTextThatAsksForItIsSignedInThePlaceOfTheOld() {
        var pledger = Pledger.signed();
        var before = database.rows("select * from signature where id = ?", pledger.signature())
                .get(0);
        assertThat(pledger.sign(LookupCode.random().value()).body()).contains("đã được ký trước đó");

        publishAsking();

        assertThat(pledger.http().get("/completion/tasks.xhtml").body())
                .contains(
                        "Bản cam kết có bản mới: đọc phần thay đổi và ký lại",
                        pledger.signPage().replace("&", "&amp;"));
        assertThat(pledger.http().get(pledger.signPage()).body()).contains(NOTE, "Tôi ký bản cam kết", pledger.code());
        assertThat(pledger.isMet() && pledger.isComplete()).isTrue();
        var differences = Pledger.differences();
        var done = pledger.done();

        pledger.sign(LookupCode.random().value());

        assertThat(pledger.signatures()).containsExactly("1 SUPERSEDED", "2 -");
        assertThat(pledger.newestRecord())
                .containsEntry("version", 2L)
                .containsEntry("sequence", 2L)
                .containsEntry("supersedes", pledger.leafHash());
        assertThat(pledger.endRecord())
                .containsEntry("kind", "PLEDGE_SUPERSEDED")
                .containsEntry("pledge_leaf_hash", pledger.leafHash());
        assertThat(database.rows("select * from signature where id = ?", pledger.signature())
                        .get(0))
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(pledger.isMet() && pledger.isComplete()).isTrue();
        assertThat(pledger.done()).isEqualTo(done);
        assertThat(Pledger.differences()).isEqualTo(differences);
        assertThat(Http.anonymous()
                        .get("/pledge/verify.xhtml?code=" + pledger.code())
                        .body())
                .contains("Đã được thay thế");
        assertThat(pledger.http().get("/completion/tasks.xhtml").body()).doesNotContain("Bản cam kết có bản mới");
        assertThat(pledger.sign(LookupCode.random().value()).body()).contains("đã được ký trước đó");
        assertThat(pledger.signatures()).hasSize(2);
    }

    @Test
    void aReturnWhileTheSignerSignsAgainLeavesOneThatStands() {
        var pledger = Pledger.signed();
        publishAsking();
        var head = Http.as(Person.PROVINCE_HEAD);
        var differences = Pledger.differences();

        var returned = CompletableFuture.supplyAsync(() -> pledger.returnedBy(head, REASON));
        var signed = pledger.sign(LookupCode.random().value());

        assertThat(returned.join().status()).isEqualTo(200);
        assertThat(signed.path()).contains("/pledge/receipt.xhtml");
        assertThat(pledger.signatures()).hasSize(2).last().isEqualTo("2 -");
        assertThat(pledger.signatures().get(0)).isIn("1 SUPERSEDED", "1 RETURNED");
        assertThat(pledger.isMet() && pledger.isComplete()).isTrue();
        assertThat(Pledger.differences()).isEqualTo(differences);
    }

    @Test
    void twoTabsSignAgainOnce() {
        var pledger = Pledger.signed();
        publishAsking();
        var other = pledger.participant().http();

        var first = CompletableFuture.supplyAsync(
                () -> pledger.sign(LookupCode.random().value()));
        var second = other.post(
                pledger.signPage(),
                Map.of("key", LookupCode.random().value(), "consent", "true", "password", Participant.PASSWORD));

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(pledger.signatures()).containsExactly("1 SUPERSEDED", "2 -");
    }

    @Test
    void whoIsTransferredSignsInTheNewAgencyUnlessTheCampaignKeepsWhatWasSigned() {
        var pledger = Pledger.signed();
        var campaign = database.text("select campaign_id from enrolment where id = ?", pledger.enrolment());
        var old = database.text("select agency_id from signature where id = ?", pledger.signature());
        var next = database.texts(
                        "select agency_id from completion_count where campaign_id = ? and step_id = 0 and agency_id <> ? order by agency_id desc",
                        campaign,
                        old)
                .get(3);

        transfer(pledger, next);

        var tasks = pledger.http().get("/completion/tasks.xhtml").body();
        assertThat(tasks).contains("Đã chuyển đơn vị: ký bản cam kết ở đơn vị mới");
        assertThat(pledger.isMet()).isTrue();
        database.change("update campaign set again_after_transfer = false where id = " + campaign);
        try {
            assertThat(pledger.http().get("/completion/tasks.xhtml").body()).doesNotContain("Đã chuyển đơn vị");
            assertThat(pledger.sign(LookupCode.random().value()).body()).contains("đã được ký trước đó");
        } finally {
            database.change("update campaign set again_after_transfer = true where id = " + campaign);
        }
        var differences = Pledger.differences();

        pledger.sign(LookupCode.random().value());

        assertThat(pledger.signatures()).containsExactly("1 SUPERSEDED", "2 -");
        assertThat(database.texts(
                        "select agency_id from signature where enrolment_id = ? order by sequence",
                        pledger.enrolment()))
                .containsExactly(old, next);
        assertThat(Pledger.differences()).isEqualTo(differences);
    }

    @Test
    void onlyOtherPromisesAskToBeSignedAgain() {
        var copied = author.post(address(template), Map.of("act", "copy"));
        var copy = copied.path().replaceAll(".*template=", "");
        author.post(address(copy), words(copy, "Không nhận quà."));
        var first = author.post(address(copy), Map.of("act", "publish", "seen", seen(copy), "again", "true"));
        author.post(address(copy), Map.of("act", "publish", "seen", seen(copy)));
        author.post(address(copy), Map.of("act", "edit"));
        author.post(address(copy), words(copy, "Không nhận quà tặng."));
        var minor = author.post(
                address(copy),
                Map.of("act", "publish", "seen", seen(copy), "change", "MINOR", "note", NOTE, "again", "true"));

        assertThat(first.body()).contains("Chỉ đề nghị ký lại khi");
        assertThat(minor.body()).contains("Chỉ đề nghị ký lại khi");
        assertThat(database.number(
                        "select count(*) from pledge_text where template_id = ? and published_at is not null", copy))
                .isEqualTo(1);
    }

    private void publishAsking() {
        author.post(address(template), Map.of("act", "edit"));
        author.post(
                address(template),
                words(template, "Không nhận quà, " + LookupCode.random().value()));
        author.post(
                address(template),
                Map.of("act", "publish", "seen", seen(template), "change", "MAJOR", "note", NOTE, "again", "true"));
        assertThat(database.number(
                        "select count(*) from pledge_text where template_id = ? and asks_again = true", template))
                .isEqualTo(1);
    }

    private Map<String, String> words(String of, String clause) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("act", "save");
        fields.put("seen", seen(of));
        fields.put("title", "Bản cam kết cá nhân");
        fields.put("titleEn", "");
        fields.put("subject", "Thử ký lại");
        fields.put("opening", "Tôi cam kết:");
        fields.put("clause-ALL", clause);
        fields.put("closing", "Hết.");
        fields.put("consent", "Tôi đã đọc");
        return fields;
    }

    private String seen(String of) {
        return database.text("select version from pledge_text where template_id = ? order by number desc limit 1", of);
    }

    private static String address(String id) {
        return "/pledge/write/text.xhtml?template=" + id;
    }

    private void transfer(Pledger pledger, String agency) {
        var employee = database.text("select employee_id from enrolment where id = ?", pledger.enrolment());
        var keeper = Http.as(Person.SYSTEM_ADMINISTRATOR);
        keeper.submit(
                keeper.get("/organization/person.xhtml?person=" + employee),
                "transfer",
                "transfer:submit",
                Map.of(
                        "transfer:agency_input",
                        "x",
                        "transfer:agency_hinput",
                        agency,
                        "transfer:position",
                        "Chuyên viên",
                        "transfer:day",
                        DAY.format(LocalDate.now(Vietnam.ZONE).minusDays(1))));
        assertThat(database.text("select agency_id from enrolment where id = ?", pledger.enrolment()))
                .isEqualTo(agency);
    }
}
