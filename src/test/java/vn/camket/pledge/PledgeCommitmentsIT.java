package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Signer;

/** Personal commitments, from the sign page into record, receipt, PDF and the public check. */
class PledgeCommitmentsIT {
    private static final String OWN = "Số hóa xong hồ sơ năm trước trước ngày 30/11.";

    private final Database database = Application.database();

    @Test
    void standInRecordReceiptAndPdfAndAreOnlyCountedForStrangers() throws Exception {
        var person = Signer.fresh();
        var general = general();

        var receipt = person.sign(form(general.id(), OWN, general.id() + "|" + OWN));

        assertThat(receipt.path()).startsWith("/pledge/receipt.xhtml?code=");
        assertThat(receipt.body()).contains("a) " + general.wording(), "b) " + OWN);
        var code = receipt.path().replaceAll(".*code=", "");
        var record = CanonicalRecord.read((byte[]) database.rows(
                        "select l.record from signature s join ledger_entry l on l.id = s.ledger_entry_id where s.lookup_code = ?",
                        code)
                .get(0)
                .get("record"));
        assertThat(record.get("commitments"))
                .isEqualTo(List.of(Map.of("source", general.code(), "wording", general.wording()), own()));
        assertThat(database.texts(
                        "select c.wording from signed_commitment c join signature s on s.id = c.signature_id where s.lookup_code = ? order by c.position",
                        code))
                .containsExactly(general.wording(), OWN);
        try (var pdf = Loader.loadPDF(person.http().get("/pledge/pdf/" + code).bytes())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("b) " + OWN);
        }
        assertThat(Http.anonymous().get("/verify/" + code).body())
                .contains("Số cam kết cụ thể của cá nhân")
                .doesNotContain(OWN)
                .doesNotContain(general.wording());
    }

    private static Map<String, Object> own() {
        var own = new LinkedHashMap<String, Object>();
        own.put("source", null);
        own.put("wording", OWN);
        return own;
    }

    @Test
    void areShownOnThePaperBeforeTheyAreSigned() {
        var person = Signer.fresh();
        var general = general();

        var unseen = person.sign(form(general.id(), OWN, ""));
        var shown =
                person.http().post(person.at("/pledge/sign.xhtml"), with(form(general.id(), OWN, ""), "act", "choose"));

        assertThat(unseen.body()).contains("vừa được cập nhật theo các cam kết", "<li>b) " + OWN + "</li>");
        assertThat(shown.body()).contains("<li>b) " + OWN + "</li>", "value=\"" + general.id() + "|" + OWN + "\"");
        assertThat(signatures(person)).isZero();
    }

    @Test
    void ofTheLastPledgeAreTheStartOfTheNextOne() {
        var person = Signer.whoPledgedBefore();
        var general = general();
        var last = database.rows(
                "select max(s.id) as id from signature s join enrolment e on e.employee_id = s.employee_id where e.id = ?",
                person.enrolment());
        var signature = ((Number) last.get(0).get("id")).longValue();
        database.change("delete from signed_commitment where signature_id = ?", signature);
        promise(signature, 1, general.code(), general.wording());
        promise(signature, 2, "no-longer-there", "Một việc đã ra khỏi danh mục.");
        promise(signature, 3, null, OWN);

        var page = person.http().get(person.at("/pledge/sign.xhtml")).body();

        assertThat(page)
                .contains("value=\"" + general.id() + "|Một việc đã ra khỏi danh mục.|" + OWN + "\"")
                .contains("<li>a) " + general.wording() + "</li>", "Đã điền sẵn các cam kết");
    }

    private void promise(long signature, int position, String source, String wording) {
        database.change(
                "insert into signed_commitment (signature_id, position, source_code, wording) values (?, ?, ?, ?)",
                signature,
                position,
                source,
                wording);
    }

    @Test
    void areTakenOnlyFromWhatIsOfferedToThePerson() {
        var person = Signer.fresh();
        var foreign = database.number("select min(id) from commitment_source where audience = 'POLICY_MAKERS'");
        database.change("update enrolment set policy_maker = ? where id = ?", false, person.enrolment());

        var refused = person.sign(form(foreign, "", foreign + "|"));

        assertThat(refused.body()).contains("vừa được đưa ra khỏi danh mục");
        assertThat(signatures(person)).isZero();
    }

    @Test
    void areRefusedWithTheFieldWhenTooLong() {
        var person = Signer.fresh();
        var words = "x".repeat(301);

        var refused = person.sign(Map.of("own", words, "shown", "|" + words));

        assertThat(refused.body()).contains("id=\"own-1-error\"", "tối đa 300");
        assertThat(signatures(person)).isZero();
    }

    @Test
    void aStepMayRequireOneOrAskForNone() {
        var person = Signer.fresh();
        try {
            database.change("update step set commitments = 'REQUIRED' where id = ?", person.step());
            var missing = person.sign(Map.of());
            assertThat(missing.body()).contains("Chưa có cam kết cụ thể nào");

            database.change("update step set commitments = 'NONE' where id = ?", person.step());
            var page = person.http().get(person.at("/pledge/sign.xhtml"));
            assertThat(page.body()).doesNotContain("name=\"own\"");
            var signed = person.sign(Map.of("own", OWN));
            assertThat(signed.path()).startsWith("/pledge/receipt.xhtml");
            assertThat(signed.body()).doesNotContain(OWN);
        } finally {
            database.change("update step set commitments = 'OPTIONAL' where id = ?", person.step());
        }
    }

    @Test
    void wordsThatChangedWhileThePageWasOpenAreNotSigned() {
        var person = Signer.fresh();
        var general = general();
        var words = Signer.words(person.http(), person.at("/pledge/sign.xhtml"));
        var form = with(form(general.id(), "", general.id() + "|"), "words", words);
        try {
            database.change("update commitment_source set wording = ? where id = ?", "Điều khác.", general.id());
            var reworded = person.sign(form);
            database.change("update commitment_source set wording = ? where id = ?", general.wording(), general.id());
            database.change(
                    "update employee set full_name = concat(full_name, ' B') where id = (select employee_id from enrolment where id = ?)",
                    person.enrolment());
            var renamed = person.sign(form);
            var unmarked = person.sign(with(form, "words", ""));

            for (var refused : List.of(reworded, renamed, unmarked)) {
                assertThat(refused.body()).contains("vừa thay đổi nên chữ ký không còn khớp");
            }
            assertThat(signatures(person)).isZero();
        } finally {
            database.change("update commitment_source set wording = ? where id = ?", general.wording(), general.id());
        }
    }

    @Test
    void theSameFormTwiceSignsOnce() {
        var person = Signer.fresh();
        var form = with(
                form(general().id(), OWN, general().id() + "|" + OWN),
                "key",
                LookupCode.random().value());

        var once = person.sign(form);
        var twice = person.sign(form);

        assertThat(twice.path()).isEqualTo(once.path());
        assertThat(signatures(person)).isEqualTo(1);
        assertThat(database.number(
                        "select count(*) from signed_commitment c join signature s on s.id = c.signature_id where s.enrolment_id = ?",
                        person.enrolment()))
                .isEqualTo(2);
    }

    private record Source(long id, String code, String wording) {}

    private Source general() {
        var row = database.rows(
                        """
                        select s.id, s.code, s.wording from commitment_source s where s.audience = 'ALL' and s.agency_id is null
                          and not exists (select 1 from commitment_position p where p.source_id = s.id) order by s.id
                        """)
                .get(0);
        return new Source(((Number) row.get("id")).longValue(), (String) row.get("code"), (String) row.get("wording"));
    }

    private static Map<String, String> form(long picked, String own, String shown) {
        return Map.of("chosen", String.valueOf(picked), "own", own, "shown", shown);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var all = new LinkedHashMap<>(form);
        all.put(name, value);
        return all;
    }

    private long signatures(Signer person) {
        return database.number("select count(*) from signature where enrolment_id = ?", person.enrolment());
    }
}
