package vn.camket.pledge;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.testing.Application;
import vn.camket.testing.Http;
import vn.camket.testing.Patience;
import vn.camket.testing.Signer;

/** A pledge that was signed in the running application, with the files that are handed out for it. */
@SuppressWarnings("ArrayRecordComponent") // read only
record Evidence(String code, PledgeRecord record, byte[] bytes, Http signer) {

    private static Evidence signed;

    /** Signed once a run, by somebody whom no other test needs, and in the log. */
    static synchronized Evidence signed() {
        if (signed == null) {
            signed = sign();
            Patience.until(
                    "the entry is in the log",
                    () -> CanonicalRecord.read(signed.file()).get("head") != null);
        }
        return signed;
    }

    /** Signed just now; perhaps not yet in the log. */
    static Evidence sign() {
        var signer = Signer.fresh();
        signer.sign(Map.of());
        var row = Application.database()
                .rows(
                        "select s.lookup_code, e.record from signature s join ledger_entry e on e.id = s.ledger_entry_id"
                                + " where s.enrolment_id = ?",
                        signer.enrolment())
                .get(0);
        var bytes = (byte[]) row.get("record");
        return new Evidence((String) row.get("lookup_code"), PledgeRecord.read(bytes), bytes, signer.http());
    }

    byte[] file() {
        return signer.get("/pledge/evidence/" + code).bytes();
    }

    byte[] proof() {
        return Http.anonymous().get("/verify/" + code + "/proof.json").bytes();
    }

    byte[] pdf() {
        return signer.get("/pledge/pdf/" + code).bytes();
    }

    String fullName() {
        return record.content().signer().fullName();
    }

    String maskedName() {
        return NameMask.of(fullName());
    }

    String employeeCode() {
        return record.content().signer().employeeCode();
    }

    String agency() {
        return record.content().signer().agency().name();
    }

    byte[] leafHash() {
        return Ledger.leafHash(bytes);
    }

    String recordSha256() {
        return HexFormat.of().formatHex(Ledger.sha256(bytes));
    }

    /** Evidence files that prove nothing, by what was done to them. */
    Map<String, byte[]> altered() {
        var fields = CanonicalRecord.read(file());
        var other = new String(bytes, StandardCharsets.UTF_8)
                .replace(fullName(), "Nguyễn Văn Khác")
                .getBytes(StandardCharsets.UTF_8);
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "another name in the record",
                with(fields, "record", Base64.getEncoder().encodeToString(other)));
        var otherLeaf = new LinkedHashMap<>(fields);
        otherLeaf.put("record", Base64.getEncoder().encodeToString(other));
        otherLeaf.put("leaf_hash", HexFormat.of().formatHex(Ledger.leafHash(other)));
        files.put("another record with its own leaf", CanonicalRecord.of(otherLeaf));
        files.put("another place", with(fields, "leaf_index", (Long) fields.get("leaf_index") + 1));
        files.put("a way that stops early", with(fields, "inclusion", shortened(fields)));
        files.put("a time of the receipt moved", moved(fields, "receipt"));
        files.put("a time of the head moved", moved(fields, "head"));
        files.put("no receipt", with(fields, "receipt", Map.of("key", "", "text", "", "signature", "")));
        return files;
    }

    private static byte[] with(Map<String, ?> fields, String name, Object value) {
        var changed = new LinkedHashMap<String, Object>(fields);
        changed.put(name, value);
        return CanonicalRecord.of(changed);
    }

    private static Object shortened(Map<String, ?> fields) {
        var way = (java.util.List<?>) fields.get("inclusion");
        return way.subList(0, way.size() - 1);
    }

    private static byte[] moved(Map<String, ?> fields, String part) {
        var changed = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) fields.get(part)).forEach((name, value) -> changed.put((String) name, value));
        changed.put("text", ((String) changed.get("text")).replaceFirst("T\\d", "T9"));
        return with(fields, part, changed);
    }

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
