package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

/** Each test writes a copy of its own: other tests sign the text that came with the application. */
class PledgeWritingIT {
    private final Http author = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
    private final Database database = Application.database();
    private long template;

    @BeforeEach
    void copies() {
        var copied = author.post(address(original()), Map.of("act", "copy"));
        template = Long.parseLong(copied.path().replaceAll(".*template=", ""));
    }

    @Test
    void publishesADraftAndWritesItIntoTheLedger() {
        var saved = author.post(address(template), words("save", "Không nhận quà."));
        assertThat(saved.path()).isEqualTo(address(template));
        var published = author.post(address(template), Map.of("act", "publish", "seen", seen()));

        assertThat(published.path()).isEqualTo(address(template));
        var record = CanonicalRecord.read((byte[]) database.rows(
                        """
                        select l.record from ledger_entry l join pledge_text_entry e on e.ledger_entry_id = l.id
                        join pledge_text t on t.id = e.text_id where t.template_id = ?
                        """,
                        template)
                .get(0)
                .get("record"));
        assertThat(record).containsEntry("number", 1L).containsEntry("change", "FIRST");
        assertThat(String.valueOf(record)).contains("Không nhận quà.").contains("Bản cam kết thử");
    }

    @Test
    void keepsWhatIsPublished() {
        author.post(address(template), words("save", "Không nhận quà."));
        author.post(address(template), Map.of("act", "publish", "seen", seen()));

        var refused = author.post(address(template), words("save", "Điều khác."));

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("đã ban hành nên không sửa được");
        assertThat(wordings()).isEqualTo("Không nhận quà.");
    }

    @Test
    void asksWhatANewNumberChanges() {
        author.post(address(template), words("save", "Không nhận quà."));
        author.post(address(template), Map.of("act", "publish", "seen", seen()));
        author.post(address(template), Map.of("act", "edit"));

        var same = author.post(address(template), Map.of("act", "publish", "seen", seen()));
        author.post(address(template), words("save", "Không nhận quà dưới mọi hình thức."));
        var untold = author.post(address(template), Map.of("act", "publish", "seen", seen()));
        author.post(
                address(template),
                Map.of("act", "publish", "seen", seen(), "change", "MAJOR", "note", "Nói rõ mọi hình thức"));

        assertThat(same.body()).contains("chưa khác bản trước");
        assertThat(untold.body()).contains("thay đổi gì so với bản trước");
        assertThat(database.text("select change_kind from pledge_text where template_id = ? and number = 2", template))
                .isEqualTo("MAJOR");
    }

    @Test
    void neverOverwritesWhatTheAuthorHasNotSeen() {
        var seen = seen();
        author.post(address(template), words("save", "Bản của người thứ nhất."));
        var second = words("save", "Bản của người thứ hai.");
        second.put("seen", seen);

        var refused = author.post(address(template), second);

        assertThat(refused.body()).contains("vừa được người khác lưu").contains("Bản của người thứ hai.");
        assertThat(wordings()).isEqualTo("Bản của người thứ nhất.");
    }

    @Test
    void namesTheFieldThatIsEmpty() {
        var words = words("save", "Không nhận quà.");
        words.put("title", " ");

        var refused = author.post(address(template), words);

        assertThat(refused.body()).contains("id=\"title-error\"");
        assertThat(database.text("select title from pledge_text where template_id = ?", template))
                .isNotEqualTo("Bản cam kết thử");
    }

    @Test
    void letsOnlyPlannersOfItsAgencyWrite() {
        assertThat(Http.as(Person.HEAD).get(address(template)).status()).isEqualTo(403);
        assertThat(Http.as(Person.LEARNER)
                        .post(address(template), Map.of("act", "discard", "seen", seen()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void discardsATemplateThatHasNothingPublished() {
        author.post(address(template), Map.of("act", "discard", "seen", seen()));

        assertThat(database.number("select count(*) from pledge_template where id = ?", template))
                .isZero();
    }

    @Test
    void showsADraftOnlyToThoseWhoKeepTheTemplate() {
        author.post(address(template), words("save", "Không nhận quà."));
        var foreign = communePlanner();
        try {
            var draft = foreign.get(address(template));
            var copied = foreign.post(address(template), Map.of("act", "copy"));
            var list = foreign.get("/pledge/write/texts.xhtml");
            author.post(address(template), Map.of("act", "publish", "seen", seen()));
            author.post(address(template), Map.of("act", "edit"));
            author.post(address(template), words("save", "Điều còn đang soạn."));
            var published = foreign.get(address(template));

            assertThat(draft.status()).isEqualTo(404);
            assertThat(copied.status()).isEqualTo(404);
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.body()).doesNotContain("template=" + template + "\"");
            assertThat(published.status()).isEqualTo(200);
            assertThat(published.body()).contains("Không nhận quà.").doesNotContain("Điều còn đang soạn.");
            assertThat(foreign.get("/pledge/write/texts.xhtml").body()).contains("template=" + template + "\"");
        } finally {
            database.change("delete from role_grant where role = 'CAMPAIGN_ADMINISTRATOR' and account_id = "
                    + account(Person.COMMUNE_HEAD));
        }
    }

    /** Somebody who plans campaigns for one commune only. */
    private Http communePlanner() {
        database.change(
                """
                insert into role_grant (account_id, role, agency_id, valid_from)
                select a.id, 'CAMPAIGN_ADMINISTRATOR', h.agency_id, h.valid_from
                from account a join headship h on h.employee_id = a.employee_id where a.id = ?
                """,
                account(Person.COMMUNE_HEAD));
        return Http.as(Person.COMMUNE_HEAD);
    }

    private long account(Person person) {
        return database.number("select id from account where user_name = ?", person.userName());
    }

    @Test
    void previewsATextAsAnUnsealedPdf() throws java.io.IOException {
        author.post(address(template), words("save", "Không nhận quà."));
        var path = "/pledge/write/preview.pdf?template=" + template + "&number=1&audience=LEADERS";

        var preview = author.get(path);

        try (var pdf = org.apache.pdfbox.Loader.loadPDF(preview.bytes())) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(pdf))
                    .contains("1. Không nhận quà.", "chưa ai ký");
        }
        assertThat(author.get("/pledge/write/preview.pdf?template=" + template + "&number=7")
                        .status())
                .isEqualTo(404);
        assertThat(Http.as(Person.HEAD).get(path).status()).isEqualTo(403);
        author.post(address(template), words("save", "Không nhận quà 礼."));
        assertThat(author.get(path).body()).contains("có ký tự không in được");
    }

    private Map<String, String> words(String act, String clause) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("act", act);
        fields.put("seen", seen());
        fields.put("title", "Bản cam kết thử");
        fields.put("titleEn", "");
        fields.put("subject", "Thử");
        fields.put("opening", "Tôi cam kết:");
        fields.put("clause-ALL", clause);
        fields.put("closing", "Hết.");
        fields.put("consent", "Tôi đã đọc");
        return fields;
    }

    private String seen() {
        return database.text(
                "select version from pledge_text where template_id = ? order by number desc limit 1", template);
    }

    private String wordings() {
        return String.join(
                "|",
                database.texts(
                        "select c.wording from pledge_clause c join pledge_text t on t.id = c.text_id where t.template_id = ?",
                        template));
    }

    private static long original() {
        return Application.database().number("select min(id) from pledge_template");
    }

    private static String address(long id) {
        return "/pledge/write/text.xhtml?template=" + id;
    }
}
