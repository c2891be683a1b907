package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.camket.platform.web.Format;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** Personal commitments through the year: what their signer notes, and how the signer rates them. */
class ThreadIT {
    private static final String NOTE = "Đã trả lời 30 đơn thư.";

    private final Database database = Application.database();

    @BeforeEach
    void theYearEndIsOpen() {
        Promiser.rateUntil(null, Promiser.today().plusDays(10));
    }

    @AfterAll
    static void byRuleAgain() {
        Promiser.rateUntil(null, null);
    }

    @Test
    void entriesAreAddedCorrectedAndTakenBackAndNothingIsLost() {
        var person = Promiser.signed();

        assertThat(person.addToday(person.first(), NOTE + "\nCòn 2 đơn.").body())
                .contains(NOTE + "\nCòn 2 đơn.", "Đã lưu.");
        var first = person.entry(NOTE + "\nCòn 2 đơn.");
        assertThat(person.http().get(person.page() + "&entry=" + first).body())
                .contains("name=\"note\"", "value=\"take-back\"");
        assertThat(person.post("&entry=" + first, correction("Đã trả lời 32 đơn thư."))
                        .body())
                .contains("Đã trả lời 32 đơn thư.", "Đã sửa 1 lần", NOTE);
        var second = person.entry("Đã trả lời 32 đơn thư.");
        assertThat(person.post("&entry=" + second, Map.of("act", "take-back", "key", Promiser.key()))
                        .body())
                .contains("Đã gỡ mục", "Chưa ghi việc nào")
                .doesNotContain("32 đơn thư");

        assertThat(person.entries()).isEqualTo(3);
    }

    private static Map<String, String> correction(String note) {
        return Map.of("act", "correct", "key", Promiser.key(), "day", Format.day(Promiser.today()), "note", note);
    }

    @Test
    void aFormSentTwiceIsWrittenOnceAndAStaleOneIsRefused() {
        var person = Promiser.signed();
        var form = Map.of("act", "add", "key", Promiser.key(), "day", Format.day(Promiser.today()), "note", NOTE);

        var doubles = java.util.stream.Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> person.post("&line=" + person.first(), form).status()))
                .limit(4)
                .toList();
        assertThat(doubles.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(person.entries()).isEqualTo(1);

        var entry = person.entry(NOTE);
        person.post("&entry=" + entry, correction("Lần một"));
        assertThat(person.post("&entry=" + entry, correction("Lần hai")).body())
                .contains("vừa được thay đổi ở nơi khác", "Lần một");
        assertThat(person.post("&entry=" + entry, Map.of("act", "take-back", "key", Promiser.key()))
                        .body())
                .contains("vừa được thay đổi ở nơi khác");
        assertThat(person.entries()).isEqualTo(2);
    }

    @Test
    void badInputIsRefusedBesideItsField() {
        var person = Promiser.signed();

        assertThat(person.add(person.first(), "31/2/2026", NOTE).body())
                .contains("id=\"day-error\"", "Chưa rõ ngày", NOTE);
        assertThat(person.add(person.first(), "1/1/2020", NOTE).body())
                .contains("id=\"day-error\"", "từ ngày ký", "value=\"1/1/2020\"");
        assertThat(person.addToday(person.first(), " ").body()).contains("id=\"note-error\"", "Chưa nhập nội dung");
        assertThat(person.addToday(person.first(), "x".repeat(2001)).body())
                .contains("id=\"note-error\"", "tối đa 2.000");
        assertThat(person.addToday(person.first(), "<script>alert(1)</script>").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
        assertThat(person.post("", Map.of("act", "else")).status()).isEqualTo(404);
        assertThat(person.post("&line=abc", Map.of("act", "add")).status()).isEqualTo(404);
        assertThat(person.entries()).isEqualTo(1);
    }

    @Test
    void nobodyElseReadsOrWrites() {
        var person = Promiser.signed();
        var other = Promiser.signed();
        other.addToday(other.first(), NOTE);
        var theirs = other.entry(NOTE);

        assertThat(Http.as(Person.LEARNER).get(person.page()).status()).isEqualTo(404);
        assertThat(Http.as(Person.PROVINCE_HEAD).get(person.page()).status()).isEqualTo(404);
        assertThat(person.http()
                        .post(other.page() + "&line=" + other.first(), Map.of("act", "add", "note", NOTE))
                        .status())
                .isEqualTo(404);
        assertThat(person.addToday(other.first(), NOTE).status()).isEqualTo(404);
        assertThat(person.post("&entry=" + theirs, correction("Sửa")).status()).isEqualTo(404);
        assertThat(person.post("&entry=" + theirs, Map.of("act", "take-back", "key", "k"))
                        .status())
                .isEqualTo(404);
        assertThat(person.post("", other.rating("YEAR_END", 0, "MET", "MET", ""))
                        .status())
                .isEqualTo(404);
        assertThat(person.http().get("/pledge/thread.xhtml?code=nonsense").status())
                .isEqualTo(404);
        assertThat(person.entries() + person.ratings() + other.ratings()).isZero();
        assertThat(other.entries()).isEqualTo(1);
    }

    @Test
    void theSignerRatesEachCommitmentAndMayChangeIt() {
        var person = Promiser.signed();
        assertThat(person.http().get("/completion/tasks.xhtml").body()).contains("tự đánh giá cuối năm", person.code());
        var form = person.rating("YEAR_END", 0, "MET", "PARTLY", "Còn 200 hồ sơ");

        assertThat(person.post("", form).body()).contains("Đã lưu tự đánh giá", "Còn 200 hồ sơ");
        assertThat(person.post("", form).body()).doesNotContain("ck-errors");
        assertThat(person.ratings()).isEqualTo(1);
        assertThat(person.http().get("/completion/tasks.xhtml").body()).doesNotContain(person.code() + "#rate");

        person.post("", person.rating("YEAR_END", 1, "MET", "PARTLY", "Còn 200 hồ sơ"));
        assertThat(person.ratings()).isEqualTo(1);
        assertThat(person.post("", person.rating("YEAR_END", 0, "MET", "MET", ""))
                        .body())
                .contains("vừa được thay đổi ở nơi khác");
        person.post("", person.rating("YEAR_END", 1, "MET", "MET", ""));
        assertThat(person.ratings()).isEqualTo(2);
        assertThat(database.texts(
                        "select g.grade from self_grade g join self_rating r on r.id = g.rating_id where r.enrolment_id = ? order by r.number, g.id",
                        person.signer().enrolment()))
                .containsExactly("MET", "PARTLY", "MET", "MET");
    }

    @Test
    void aRatingIsWholeAndOfTheRoundThatIsOpen() {
        var person = Promiser.signed();

        assertThat(person.post("", person.rating("YEAR_END", 0, "MET", "", "")).body())
                .contains("Chưa chọn mức thực hiện", "#grade-" + person.second());
        assertThat(person.post("", person.rating("YEAR_END", 0, "MET", "NOT_MET", " "))
                        .body())
                .contains("id=\"reason-" + person.second() + "-error\"", "phải có lý do");
        assertThat(person.post("", person.rating("MID_YEAR", 0, "MET", "MET", ""))
                        .body())
                .contains("Kỳ tự đánh giá này hiện không mở");
        assertThat(person.post("", person.rating("NEVER", 0, "MET", "MET", "")).status())
                .isEqualTo(404);
        Promiser.rateUntil(Promiser.today(), Promiser.today().plusDays(100));
        assertThat(person.post("", person.rating("YEAR_END", 0, "MET", "MET", ""))
                        .body())
                .contains("Kỳ tự đánh giá này hiện không mở");
        assertThat(person.post("", person.rating("MID_YEAR", 0, "MET", "MET", ""))
                        .body())
                .contains("Đã lưu tự đánh giá", "Tự đánh giá giữa năm");
        Promiser.rateUntil(null, Promiser.today().plusDays(100));
        assertThat(person.http().get(person.page()).body()).doesNotContain("value=\"rate\"");
        assertThat(person.ratings()).isEqualTo(1);
    }

    @Test
    void aPledgeThatEndedIsReadOnly() {
        var person = Promiser.signed();
        person.addToday(person.first(), NOTE);
        var signature = database.text("select id from signature where lookup_code = ?", person.code());
        Http.as(Person.PROVINCE_HEAD)
                .post(
                        "/pledge/confirm.xhtml",
                        Map.of(
                                "which",
                                "return",
                                "pick",
                                signature,
                                "reason",
                                "Đề nghị ký lại cho đúng",
                                "password",
                                vn.camket.testing.Signer.PASSWORD));

        assertThat(person.http().get(person.page()).body())
                .contains(NOTE, "bị trả lại")
                .doesNotContain("value=\"rate\"", "&amp;line=");
        assertThat(person.addToday(person.first(), "Thêm").body()).contains("không ghi thêm được");
        assertThat(person.post("", person.rating("YEAR_END", 0, "MET", "MET", ""))
                        .body())
                .contains("không ghi thêm được");

        var again =
                Promiser.promise(person.signer(), Promiser.SECOND, Promiser.FIRST.toUpperCase(java.util.Locale.ROOT));

        assertThat(again.http().get(again.page()).body()).contains(NOTE, "2. TRẢ LỜI MỌI ĐƠN THƯ");
        assertThat(person.http().get(person.page()).body()).contains(again.code(), "Mở bản đang có hiệu lực");
        assertThat(again.post("&entry=" + person.entry(NOTE), correction("Đã trả lời 31 đơn thư."))
                        .body())
                .contains("Đã trả lời 31 đơn thư.", "Đã lưu bản sửa");
    }
}
