package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Person;

class PledgePdfIT {
    @Test
    void issuesOneSealedFileAndWritesItsHashToTheLedger() throws Exception {
        var code = code();
        var first = Http.as(Person.LEARNER).get("/pledge/pdf/" + code).bytes();
        var second = Http.as(Person.LEARNER).get("/pledge/pdf/" + code).bytes();

        assertThat(first).isEqualTo(second);
        var row = Application.database()
                .rows(
                        "select p.sha256, p.seal_key, e.record from pledge_pdf p join signature s on s.id = p.signature_id"
                                + " join ledger_entry e on e.id = p.ledger_entry_id where s.lookup_code = ?",
                        code)
                .get(0);
        var sha256 = HexFormat.of().formatHex(Ledger.sha256(first));
        assertThat(HexFormat.of().formatHex((byte[]) row.get("sha256"))).isEqualTo(sha256);
        assertThat(CanonicalRecord.read((byte[]) row.get("record")))
                .containsEntry("kind", "PDF_ISSUED")
                .containsEntry("sha256", sha256)
                .containsEntry("seal_key", row.get("seal_key"))
                .containsEntry("bytes", (long) first.length);
    }

    @Test
    void attachesTheRecordAndItsProof() throws Exception {
        try (var document = Loader.loadPDF(
                Http.as(Person.LEARNER).get("/pledge/pdf/" + code()).bytes())) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            var files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            var record = files.get("bang-chung.json").getEmbeddedFile().toByteArray();
            var proof = CanonicalRecord.read(
                    files.get("so-bang-chung.json").getEmbeddedFile().toByteArray());

            assertThat(new String(record, StandardCharsets.UTF_8)).contains("PLEDGE_SIGNED");
            assertThat(proof)
                    .containsEntry("format", "camket-evidence-v1")
                    .containsEntry("leaf_hash", HexFormat.of().formatHex(Ledger.leafHash(record)));
            assertThat((Map<?, ?>) proof.get("head")).isNotNull();
        }
    }

    private static String code() {
        return Application.database()
                .text(
                        "select s.lookup_code from signature s join account a on a.employee_id = s.employee_id where a.user_name = ?",
                        Person.LEARNER.userName());
    }
}
