package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Participant;
import vn.camket.testing.Person;

/** Several pledges confirmed in one act: one record, one password, one sealed list. */
class ConfirmedListIT {
    private final Database database = Application.database();
    private final Http head = Http.as(Person.PROVINCE_HEAD);

    @Test
    void oneActGivesOneRecordAndOneSealedList() throws Exception {
        var first = Pledger.signed();
        var second = Pledger.signed();
        confirm(first, second);
        var entry = entry(first);
        assertThat(database.text("select ledger_entry_id from confirmation where signature_id = ?", second.signature()))
                .isEqualTo(entry);
        var confirmed = (byte[]) database.rows("select record from ledger_entry where id = ?", entry)
                .get(0)
                .get("record");
        assertThat(CanonicalRecord.read(confirmed)).containsEntry("version", 2L);
        assertThat(new String(confirmed, StandardCharsets.UTF_8))
                .contains(first.leafHash(), second.leafHash())
                .doesNotContain(first.code())
                .doesNotContain(second.code());
        assertThat(head.get("/pledge/confirmed.xhtml").body()).contains("/pledge/confirmed/" + entry);

        var list = head.get("/pledge/confirmed/" + entry).bytes();

        assertThat(head.get("/pledge/confirmed/" + entry).bytes()).isEqualTo(list);
        var issued = CanonicalRecord.read((byte[]) database.rows(
                        "select e.record from confirmed_list c join ledger_entry e on e.id = c.ledger_entry_id where c.confirmed_entry_id = ?",
                        entry)
                .get(0)
                .get("record"));
        assertThat(issued)
                .containsEntry("kind", "CONFIRMED_LIST_ISSUED")
                .containsEntry("sha256", HexFormat.of().formatHex(Ledger.sha256(list)))
                .containsEntry("confirmed_leaf_hash", HexFormat.of().formatHex(Ledger.leafHash(confirmed)));
        try (var document = Loader.loadPDF(list)) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("DANH SÁCH", "Bản cam kết đã xác nhận", "2 bản cam kết", name(first), name(second))
                    .doesNotContain(first.code().substring(0, 5) + "-");
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("bang-chung.json")
                            .getEmbeddedFile()
                            .toByteArray())
                    .isEqualTo(confirmed);
        }
        assertThat(Http.as(Person.COMMUNE_HEAD)
                        .get("/pledge/confirmed/" + entry)
                        .status())
                .isEqualTo(404);
        assertThat(Http.as(Person.COMMUNE_HEAD).get("/pledge/confirmed.xhtml").body())
                .doesNotContain("/pledge/confirmed/" + entry + "\"");
        assertThat(first.http().get("/pledge/confirmed/" + entry).status()).isIn(403, 404);
        assertThat(head.get("/pledge/confirmed/999999999").status()).isEqualTo(404);
    }

    @Test
    void anActIsOneRowAndIsSeenOnlyByHeadsOfAllItsAgencies() {
        var first = Pledger.signed();
        var second = Pledger.signed();
        confirm(first, second);
        var entry = entry(first);
        var act = database.rows("select pledges, agencies from confirmation_act where ledger_entry_id = ?", entry)
                .get(0);
        assertThat(((Number) act.get("pledges")).intValue()).isEqualTo(2);
        assertThat(((Number) act.get("agencies")).intValue()).isEqualTo(1);
        var commune = database.text(
                "select h.agency_id from headship h join account a on a.employee_id = h.employee_id where a.user_name = ?",
                Person.COMMUNE_HEAD.userName());

        database.change(
                "update confirmation_act set agency_id = ?, agencies = 2 where ledger_entry_id = ?", commune, entry);
        database.change("update confirmation set agency_id = ? where signature_id = ?", commune, first.signature());

        assertThat(sees(Person.COMMUNE_HEAD, entry)).isFalse();
        assertThat(sees(Person.PROVINCE_HEAD, entry)).isTrue();

        database.change("update confirmation set agency_id = ? where signature_id = ?", commune, second.signature());

        assertThat(sees(Person.COMMUNE_HEAD, entry)).isTrue();
    }

    private static boolean sees(Person person, String entry) {
        var http = Http.as(person);
        var listed = http.get("/pledge/confirmed.xhtml").body().contains("/pledge/confirmed/" + entry + "\"");
        assertThat(http.get("/pledge/confirmed/" + entry).status()).isEqualTo(listed ? 200 : 404);
        return listed;
    }

    private void confirm(Pledger first, Pledger second) {
        head.send(
                "POST",
                "/pledge/confirm.xhtml",
                BodyPublishers.ofString("which=picked&pick=" + first.signature() + "&pick=" + second.signature()
                        + "&password=" + Participant.PASSWORD),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private String entry(Pledger pledger) {
        return database.text("select ledger_entry_id from confirmation where signature_id = ?", pledger.signature());
    }

    private String name(Pledger pledger) {
        return database.text(
                "select f.full_name from signature s join employee f on f.id = s.employee_id where s.id = ?",
                pledger.signature());
    }
}
