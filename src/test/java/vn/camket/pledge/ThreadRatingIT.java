package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.platform.VietnameseText;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;
import vn.camket.testing.Signer;

/** The head rates how commitments were kept, which freezes the sheet. */
class ThreadRatingIT {
    private static final String REASON = "Ghi nhầm mức của cam kết thứ hai";

    private final Database database = Application.database();
    private final Http head = Http.as(Person.PROVINCE_HEAD);

    @BeforeEach
    void theYearEndIsOpen() {
        Promiser.rateUntil(null, Promiser.today().plusDays(10));
    }

    @AfterAll
    static void byRuleAgain() {
        Promiser.rateUntil(null, null);
    }

    @Test
    void aSheetIsFrozenWithItsRecord() {
        var person = Promiser.signed();
        person.addToday(person.first(), "Đã trả lời 30 đơn thư.");
        person.rated();

        var answer = head.post(
                person.ratePage(), person.sheet(person.seen(head), "MET", "PARTLY", "Còn 200 hồ sơ chưa số hóa"));

        assertThat(answer.body()).contains("Đã chốt phiếu", "Hoàn thành tốt nhiệm vụ.");
        var record = record(person, 1);
        assertThat(record)
                .containsEntry("kind", "COMMITMENTS_RATED")
                .containsEntry("sequence", 1L)
                .containsEntry("supersedes", null)
                .containsEntry("remark", "Hoàn thành tốt nhiệm vụ.");
        var commitments = (List<?>) record.get("commitments");
        assertThat((Map<?, ?>) commitments.get(0)).satisfies(first -> {
            assertThat(first.get("wording")).isEqualTo(Promiser.FIRST);
            assertThat(first.get("entries")).isEqualTo(1L);
            assertThat(((Map<?, ?>) first.get("head")).get("grade")).isEqualTo("MET");
        });
        assertThat((Map<?, ?>) commitments.get(1)).satisfies(second -> {
            assertThat(((Map<?, ?>) second.get("year_end")).get("reason")).isEqualTo("Còn 200 hồ sơ");
            assertThat(((Map<?, ?>) second.get("head")).get("reason")).isEqualTo("Còn 200 hồ sơ chưa số hóa");
            assertThat(second.get("mid_year")).isNull();
        });
        assertThat(person.http().get(person.page()).body())
                .contains("Phiếu theo dõi thực hiện cam kết", "Còn 200 hồ sơ chưa số hóa")
                .doesNotContain("value=\"rate\"", "&amp;line=");
        assertThat(person.addToday(person.first(), "Thêm").body()).contains("Phiếu theo dõi đã chốt");
        assertThat(person.post("", person.rating("YEAR_END", 1, "MET", "MET", ""))
                        .body())
                .contains("Phiếu theo dõi đã chốt");
        assertThat(person.entries() + person.ratings()).isEqualTo(2);
        assertThat(person.http().get("/completion/tasks.xhtml").body()).doesNotContain(person.code() + "#rate");
    }

    @Test
    void aMistakeIsPutRightByASheetInItsPlace() {
        var person = Promiser.signed().rated();
        head.post(person.ratePage(), person.sheet(person.seen(head), "MET", "NOT_MET", "Chưa làm"));
        var again = head.get(person.ratePage() + "&again=true").body();
        var seen = again.replaceAll("(?s).*name=\"seen\" value=\"([0-9-]+)\".*", "$1");

        var without = head.post(person.ratePage(), person.sheet(seen, "MET", "PARTLY", "Làm một nửa"));
        assertThat(without.body()).contains("id=\"reason-error\"", "Ghi rõ lý do");
        var form = new LinkedHashMap<>(person.sheet(seen, "MET", "PARTLY", "Làm một nửa"));
        form.put("reason", REASON);
        assertThat(head.post(person.ratePage(), form).body()).contains("Phiếu số 2", REASON, "Làm một nửa");

        assertThat(record(person, 2))
                .containsEntry("reason", REASON)
                .containsEntry("sequence", 2L)
                .containsEntry("supersedes", leafHash(person, 1));
        assertThat(person.sheets()).isEqualTo(2);
        assertThat(person.http().get(person.page()).body()).contains(REASON, "Làm một nửa");
    }

    @Test
    void onlyWhatIsToBeRatedIsRatedAndOnlyAsItWasSeen() {
        var person = Promiser.signed();
        assertThat(head.get(person.ratePage()).body())
                .contains("Đánh giá được khi cá nhân đã tự đánh giá")
                .doesNotContain("name=\"seen\"");
        assertThat(head.post(person.ratePage(), person.sheet("x", "MET", "MET", ""))
                        .body())
                .contains("Chưa đến lúc đánh giá");

        person.rated();
        var seen = person.seen(head);
        assertThat(head.post(person.ratePage(), person.sheet(seen, "MET", "", ""))
                        .body())
                .contains("Chưa chọn mức thực hiện");
        assertThat(head.post(person.ratePage(), person.sheet(seen, "MET", "NOT_MET", ""))
                        .body())
                .contains("phải có lý do");
        var long1 = new LinkedHashMap<>(person.sheet(seen, "MET", "MET", ""));
        long1.put("remark", "x".repeat(1001));
        assertThat(head.post(person.ratePage(), long1).body()).contains("id=\"remark-error\"");
        var wrong = new LinkedHashMap<>(person.sheet(seen, "MET", "MET", ""));
        wrong.put("password", "x");
        assertThat(head.post(person.ratePage(), wrong).body()).contains("id=\"password-error\"");
        person.addToday(person.first(), "Vừa làm xong");
        assertThat(head.post(person.ratePage(), person.sheet(seen, "MET", "MET", ""))
                        .body())
                .contains("vừa được thay đổi ở nơi khác", "Vừa làm xong");
        assertThat(person.sheets()).isZero();

        Promiser.rateUntil(null, Promiser.today().minusDays(1));
        var late = Promiser.signed();
        assertThat(head.get(late.ratePage()).body()).contains("cá nhân chưa tự đánh giá");
        assertThat(head.post(late.ratePage(), late.sheet(late.seen(head), "MET", "MET", ""))
                        .body())
                .contains("Đã chốt phiếu");
        assertThat(record(late, 1)).containsEntry("year_end_rated_at", null);
    }

    @Test
    void theSameFormAtOnceIsTakenOnceAndTwoHeadsMakeOneSheet() {
        var person = Promiser.signed().rated();
        var seen = person.seen(head);
        var form = person.sheet(seen, "MET", "MET", "");

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> head.post(person.ratePage(), form)))
                .limit(3)
                .toList();

        assertThat(answers.stream().map(one -> one.join().status())).containsOnly(200);
        assertThat(person.sheets()).isEqualTo(1);
        assertThat(head.post(person.ratePage(), person.sheet(seen, "NOT_MET", "NOT_MET", "x"))
                        .body())
                .contains("vừa được thay đổi ở nơi khác");
        assertThat(person.sheets()).isEqualTo(1);
    }

    @Test
    void nobodyRatesOutsideTheScopeNorHimself() {
        var person = Promiser.signed().rated();
        var seen = person.seen(head);
        var commune = Http.as(Person.COMMUNE_HEAD);

        assertThat(commune.get(person.ratePage()).status()).isEqualTo(404);
        assertThat(commune.post(person.ratePage(), person.sheet(seen, "MET", "MET", ""))
                        .status())
                .isEqualTo(404);
        assertThat(person.http().get(person.ratePage()).status()).isEqualTo(403);
        assertThat(Http.as(Person.SUPERVISOR).get(person.ratePage()).status()).isEqualTo(403);
        var own = database.texts(
                "select s.lookup_code from signature s join account a on a.employee_id = s.employee_id where a.user_name = ?",
                Person.HEAD.userName());
        own.forEach(code -> assertThat(Http.as(Person.HEAD)
                        .get("/pledge/rate.xhtml?code=" + code)
                        .status())
                .isEqualTo(404));
        var other = Promiser.signed();
        assertThat(head.post(person.ratePage(), other.sheet(seen, "MET", "MET", ""))
                        .status())
                .isEqualTo(404);
        assertThat(head.get("/pledge/rate.xhtml?code=nonsense").status()).isEqualTo(404);
        assertThat(person.sheets() + other.sheets()).isZero();
    }

    @Test
    void theListIsOfTheHeadsPeopleByNameAndState() {
        var person = Promiser.signed().rated();
        var name = person.signer().name();
        var query = "/pledge/threads.xhtml?campaign="
                + database.text(
                        "select campaign_id from enrolment where id = ?",
                        person.signer().enrolment())
                + "&q=" + VietnameseText.fold(name).replace(" ", "+");

        assertThat(head.get(query).body()).contains(person.code(), name);
        assertThat(head.get(query + "&state=WAITING").body()).contains(person.code());
        assertThat(head.get(query + "&state=UNRATED").body()).doesNotContain(person.code());
        assertThat(head.get(query + "&state=FROZEN").body()).doesNotContain(person.code());
        assertThat(Http.as(Person.COMMUNE_HEAD).get(query).body()).doesNotContain(person.code());
        head.post(person.ratePage(), person.sheet(person.seen(head), "MET", "MET", ""));
        assertThat(head.get(query + "&state=FROZEN").body()).contains(person.code());
        assertThat(head.get("/pledge/threads.xhtml?campaign=999999").status()).isEqualTo(404);
        assertThat(head.get("/pledge/threads.xhtml?q=%25_!&page=99999&state=X").status())
                .isEqualTo(200);
    }

    @Test
    void theSheetIsAPdfForTheSignerAndTheHead() throws Exception {
        var person = Promiser.signed().rated();
        head.post(person.ratePage(), person.sheet(person.seen(head), "MET", "PARTLY", "Còn 200 hồ sơ chưa số hóa"));
        var address = "/pledge/sheet/"
                + database.text(
                        "select id from thread_sheet where enrolment_id = ?",
                        person.signer().enrolment());

        var file = person.http().get(address).bytes();

        try (var pdf = Loader.loadPDF(file)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains(
                            "PHIẾU THEO DÕI THỰC HIỆN CAM KẾT",
                            person.signer().name(),
                            "2. " + Promiser.SECOND,
                            "Thủ trưởng đánh giá: thực hiện một phần – Còn 200 hồ sơ chưa số hóa",
                            "Hoàn thành tốt nhiệm vụ.");
        }
        assertThat(head.get(address).bytes()).isEqualTo(file);
        assertThat(Http.as(Person.COMMUNE_HEAD).get(address).status()).isEqualTo(404);
        assertThat(Http.as(Person.LEARNER).get(address).status()).isEqualTo(404);
        assertThat(head.get("/pledge/sheet/999999999").status()).isEqualTo(404);
        assertThat(head.get("/pledge/sheet/x").status()).isEqualTo(404);
    }

    @Test
    void theNextPledgeStartsFromWhatWasNotFullyKept() {
        var signer = Signer.whoPledgedBefore();
        var before = database.rows(
                        "select s.id, s.lookup_code, e.campaign_id from signature s join enrolment e on e.id = s.enrolment_id where s.id = (select max(o.id) from signature o join enrolment n on n.employee_id = o.employee_id where n.id = ?)",
                        signer.enrolment())
                .get(0);
        var source = database.rows(
                        "select id, code, wording from commitment_source where audience = 'ALL' and active and person_classes = '' and agency_id is null and id not in (select source_id from commitment_position) order by id")
                .get(0);
        database.change("delete from signed_commitment where signature_id = ?", before.get("id"));
        promise(before.get("id"), 1, null, "Việc đã làm xong.");
        promise(before.get("id"), 2, null, "Việc còn dở.");
        promise(before.get("id"), 3, source.get("code"), source.get("wording"));
        database.change(
                "update campaign set year_end_due = ? where id = ?",
                Promiser.today().minusDays(1),
                before.get("campaign_id"));
        var ids = database.texts(
                "select id from signed_commitment where signature_id = ? order by position", before.get("id"));
        var page = "/pledge/rate.xhtml?code=" + before.get("lookup_code");
        var form = new LinkedHashMap<String, String>();
        form.put("key", Promiser.key());
        form.put("seen", head.get(page).body().replaceAll("(?s).*name=\"seen\" value=\"([0-9-]+)\".*", "$1"));
        form.put("password", Signer.PASSWORD);
        for (var index = 0; index < 3; index++) {
            form.put(
                    "grade-" + ids.get(index),
                    List.of("MET", "NOT_MET", "PARTLY").get(index));
            form.put("reason-" + ids.get(index), "Chưa đủ");
        }
        try {
            assertThat(head.post(page, form).body()).contains("Đã chốt phiếu");

            var next = signer.http().get(signer.at("/pledge/sign.xhtml")).body();

            assertThat(next)
                    .contains("value=\"" + source.get("id") + "|Việc còn dở.\"")
                    .doesNotContain("Việc đã làm xong.");
            assertThat(next.indexOf("Chưa thực hiện đầy đủ trong năm trước"))
                    .isPositive()
                    .isLessThan(next.indexOf("name=\"chosen\""));
            assertThat(next.replaceAll("(?s).*?name=\"chosen\" value=\"(\\d+)\".*", "$1"))
                    .isEqualTo(String.valueOf(source.get("id")));
            assertThat(signer.sign(Map.of(
                                    "chosen",
                                    String.valueOf(source.get("id")),
                                    "own",
                                    "Việc còn dở.",
                                    "shown",
                                    source.get("id") + "|Việc còn dở."))
                            .path())
                    .startsWith("/pledge/receipt.xhtml");
        } finally {
            database.change("update campaign set year_end_due = null where id = ?", before.get("campaign_id"));
        }
    }

    private void promise(Object signature, int position, Object source, Object wording) {
        database.change(
                "insert into signed_commitment (signature_id, position, source_code, wording) values (?, ?, ?, ?)",
                signature,
                position,
                source,
                wording);
    }

    private Map<String, Object> record(Promiser person, int number) {
        return new LinkedHashMap<>(CanonicalRecord.read(bytes(person, number, "record")));
    }

    private String leafHash(Promiser person, int number) {
        return HexFormat.of().formatHex(bytes(person, number, "leaf_hash"));
    }

    private byte[] bytes(Promiser person, int number, String column) {
        return (byte[]) database.rows(
                        "select l." + column
                                + " from thread_sheet t join ledger_entry l on l.id = t.ledger_entry_id where t.enrolment_id = ? and t.number = ?",
                        person.signer().enrolment(),
                        number)
                .get(0)
                .get(column);
    }
}
