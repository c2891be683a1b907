package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Patience;
import vn.camket.testing.Person;

/** Somebody with write access to the database at work: what the running application says, and that it recovers. */
class LedgerIT {

    private final Database database = Application.database();

    /** What was there before a test changed it. */
    private final List<Kept> kept = new ArrayList<>();

    private final List<Runnable> undo = new ArrayList<>();

    @AfterEach
    void putBack() {
        undoAll();
        assertThat(verified().get("fault")).isNull();
        Application.newFaults();
    }

    @Test
    void namesTheRecordInWhichOneByteWasChanged() {
        settle();
        var entry = database.number("select entry_id from log_leaf where leaf_index = 1000");
        keep("ledger_entry", "id", entry);
        var record = (byte[]) bytes("select record from ledger_entry where id = ?", entry);
        record[200] ^= 1;
        database.change("update ledger_entry set record = ? where id = ?", record, entry);

        assertThat(firstFault()).isEqualTo("RECORD_CHANGED 1000 " + entry);
    }

    @Test
    void namesTheLeafThatWasChanged() {
        settle();
        keep("log_leaf", "leaf_index", 1500);
        database.change("update log_leaf set leaf_hash = ? where leaf_index = 1500", (Object) new byte[32]);

        assertThat(firstFault())
                .isEqualTo("LEAF_CHANGED 1500 "
                        + database.number("select entry_id from log_leaf where leaf_index = 1500"));
    }

    @Test
    void namesTheLastLeafThatWasDeleted() {
        settle();
        var last = database.number("select max(leaf_index) from log_leaf");
        var entry = database.number("select entry_id from log_leaf where leaf_index = ?", last);
        keep("log_leaf", "leaf_index", last);
        database.change("delete from log_leaf where leaf_index = ?", last);

        assertThat(firstFault()).isEqualTo("LEAF_MISSING " + last + " " + entry);
    }

    @Test
    void namesTheFirstOfTwoSwappedRows() {
        settle();
        keep("log_leaf", "leaf_index", 700);
        keep("log_leaf", "leaf_index", 900);
        var one = database.rows("select entry_id, leaf_hash from log_leaf where leaf_index = 700")
                .get(0);
        var other = database.rows("select entry_id, leaf_hash from log_leaf where leaf_index = 900")
                .get(0);
        database.change("update log_leaf set entry_id = -1 where leaf_index = 700");
        set(900, one);
        set(700, other);

        assertThat(firstFault()).isEqualTo("LEAF_MOVED 700 " + other.get("entry_id"));
    }

    private void set(long leaf, Map<String, Object> row) {
        database.change(
                "update log_leaf set entry_id = ?, leaf_hash = ? where leaf_index = ?",
                row.get("entry_id"),
                row.get("leaf_hash"),
                leaf);
    }

    @Test
    void namesTheHeadThatWasDeleted() {
        grow();
        grow();
        var middle = database.number(
                "select max(previous_size) from tree_head where tree_size = (select max(tree_size) from tree_head)");
        keep("tree_head", "tree_size", middle);
        database.change("delete from tree_head where tree_size = ?", middle);

        assertThat(firstFault()).startsWith("HEAD_MISSING " + (middle - 1));
    }

    @Test
    void namesTheTileThatWasChanged() {
        settle();
        keepTile(0, 3);
        var hashes = (byte[]) bytes("select hashes from log_tile where level = 0 and tile_index = ?", 3);
        hashes[5 * 32] ^= 1;
        database.change("update log_tile set hashes = ? where level = 0 and tile_index = 3", (Object) hashes);

        assertThat(firstFault()).startsWith("TILE_CHANGED 773");
    }

    @Test
    void tellsThatTheQueueIsStuckAndEmptiesItAfterwards() {
        settle();
        var before = size();
        database.inOneConnection(connection -> {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeQuery("select text from setting where name = 'ledger.origin' for update");
                issue(Http.as(Person.PROVINCE_HEAD));
                database.change(
                        "update log_queue set queued_at = ?", Instant.now().minusSeconds(120));
                Patience.until("the stuck queue is noticed", () -> health().contains("QUEUE_STUCK"));
                assertThat(size()).isEqualTo(before);
            }
            connection.rollback();
            return null;
        });

        Patience.until("the queue is empty", () -> size() == before + 1 && !health().contains("QUEUE_STUCK"));
    }

    @Test
    void refusesToSignWhenYesterdaysStateWasRestored() throws IOException {
        grow();
        var size = size();
        grow();
        Patience.until("the copy has the new head", () -> checkpoint().contains("\"tree_size\":" + size()));
        var lost = size();
        var entry = database.number("select entry_id from log_leaf where leaf_index = ?", size);
        for (var leaf = size; leaf < lost; leaf++) {
            keep("log_leaf", "leaf_index", leaf);
        }
        keep("tree_head", "tree_size", lost);
        keepTile(0, size / 256);
        database.change("delete from log_leaf where leaf_index >= ?", size);
        database.change("delete from tree_head where tree_size > ?", size);
        Patience.until("the rollback is noticed", () -> health().contains("BEHIND_COPY"));

        var refused = issue(Http.as(Person.PROVINCE_HEAD));

        assertThat(refused.path()).contains("later=true");
        assertThat(firstFault()).startsWith("BEHIND_COPY " + size);
        assertThat(Http.as(Person.SYSTEM_ADMINISTRATOR)
                        .get("/organization/agencies.xhtml")
                        .body())
                .contains("ck-demo--alarm");
        assertThat(database.number("select count(*) from log_leaf where entry_id = ?", entry))
                .isZero();
        undoAll();
        Patience.until("signing goes on", () -> !health().contains("read-only"));
        grow();
    }

    @Test
    void doesNotBuildOnALogThatWasCut() {
        settle();
        var last = database.number("select max(leaf_index) from log_leaf");
        keep("log_leaf", "leaf_index", last);
        database.change("delete from log_leaf where leaf_index = ?", last);
        var http = Http.as(Person.PROVINCE_HEAD);
        issue(http);

        Patience.until("the contradiction is noticed", () -> health().contains("LOG_BROKEN"));

        assertThat(issue(http).path()).contains("later=true");
        undoAll();
        Patience.until("the log goes on", () -> !health().contains("read-only"));
        settle();
    }

    @Test
    void everyEntryGetsOnePlaceWhenManyAreWrittenAtOnce() throws InterruptedException {
        settle();
        var before = size();
        var pool = Executors.newFixedThreadPool(8);
        var codes = unissued(24);
        var http = Http.as(Person.PROVINCE_HEAD);

        pool.invokeAll(codes.stream()
                .map(code -> (java.util.concurrent.Callable<Integer>)
                        () -> http.get("/pledge/pdf/" + code).status())
                .toList());
        pool.shutdown();
        settle();

        assertThat(size()).isEqualTo(before + codes.size());
        assertThat(database.number("select count(*) from log_leaf")).isEqualTo(size());
        assertThat(database.number("select max(leaf_index) from log_leaf")).isEqualTo(size() - 1);
        assertThat(database.number("select count(*) from ledger_entry e where not exists"
                        + " (select 1 from log_leaf l where l.entry_id = e.id)"))
                .isZero();
    }

    @Test
    void publishesHeadsAndProofsThatAStrangerCanCheck() {
        var http = Http.anonymous();
        var first = size();
        grow();

        var head = fields(http.get("/api/log/head"));
        var consistency = fields(http.get("/api/log/consistency?from=" + first + "&to=" + head.get("tree_size")));

        assertThat(Merkle.continues(
                        first,
                        (Long) head.get("tree_size"),
                        HexFormat.of().parseHex((String) consistency.get("from_root")),
                        HexFormat.of().parseHex((String) head.get("root")),
                        hashes(consistency.get("proof"))))
                .isTrue();
        assertThat(fields(http.get("/api/log/tile/0/0"))).containsEntry("width", 256L);
        assertThat(http.get("/api/log/consistency?from=0&to=1").status()).isEqualTo(404);
        assertThat(http.get("/api/log/consistency?from=1&to=99999999").status()).isEqualTo(404);
        assertThat(http.get("/api/log/consistency?from=x&to=1").status()).isEqualTo(404);
        assertThat(http.get("/api/log/tile/9/9").status()).isEqualTo(404);
        assertThat(http.get("/api/log/head/1").status()).isEqualTo(404);
        assertThat(http.get("/api/log/inclusion?leaf=zz&size=1").status()).isEqualTo(404);
    }

    @Test
    void handsOutEvidenceThatProvesItself() {
        settle();
        var code = database.text("select s.lookup_code from signature s join account a on a.employee_id = s.employee_id"
                + " where a.user_name = 'hocvien'");

        var evidence = fields(Http.as(Person.LEARNER).get("/pledge/evidence/" + code));

        var record = java.util.Base64.getDecoder().decode((String) evidence.get("record"));
        @SuppressWarnings("unchecked")
        var head = (Map<String, Object>) evidence.get("head");
        assertThat(evidence.get("leaf_hash")).isEqualTo(HexFormat.of().formatHex(Merkle.leaf(record)));
        assertThat(Merkle.includes(
                        (Long) evidence.get("leaf_index"),
                        (Long) head.get("tree_size"),
                        Merkle.leaf(record),
                        hashes(evidence.get("inclusion")),
                        HexFormat.of().parseHex((String) head.get("root"))))
                .isTrue();
        assertThat(Http.as(Person.NEWCOMER).get("/pledge/evidence/" + code).status())
                .isEqualTo(404);
        assertThat(Http.as(Person.LEARNER).get("/pledge/evidence/nonsense").status())
                .isEqualTo(404);
    }

    /** Adds an entry to the log: the PDF of a pledge that nobody has asked for yet. */
    private void grow() {
        settle();
        var before = size();
        var answer = issue(Http.as(Person.PROVINCE_HEAD));
        assertThat(answer.header("Content-Type")).startsWith("application/pdf");
        Patience.until("the entry has its place", () -> size() > before);
    }

    private Http.Answer issue(Http http) {
        return http.get("/pledge/pdf/" + unissued(1).get(0));
    }

    private List<String> unissued(int count) {
        return database.texts("select s.lookup_code from signature s where not exists"
                + " (select 1 from pledge_pdf p where p.signature_id = s.id) order by s.id desc limit " + count);
    }

    private long size() {
        return database.number("select coalesce(max(tree_size), 0) from tree_head");
    }

    private void settle() {
        Patience.until("nothing waits", () -> size() > 0 && database.number("select count(*) from log_queue") == 0);
    }

    /** What the last verification put first: fault, leaf, entry. */
    private String firstFault() {
        var fault = verified();
        return fault.get("fault") + " " + fault.get("leaf_index") + " " + fault.get("entry_id");
    }

    /** Presses the button and waits for the end. @return the first finding, or nothing */
    private Map<String, Object> verified() {
        var http = Http.as(Person.SYSTEM_ADMINISTRATOR);
        var before = database.number("select coalesce(max(id), 0) from ledger_check");
        http.submit(http.get("/audit/ledger.xhtml"), "ledger", "check", Map.of());
        Patience.until(
                "the verification is over",
                () -> database.number(
                                "select count(*) from ledger_check where finished_at is not null and id > ?", before)
                        == 1);
        var findings = database.rows(
                "select f.fault, f.leaf_index, f.entry_id from ledger_fault f where f.check_id > ? order by f.position",
                before);
        assertThat(database.number("select count(*) from ledger_check where failed = ?", true))
                .isZero();
        return findings.isEmpty() ? Map.of() : findings.get(0);
    }

    /** Remembers a row, to be put back when the test is over. */
    private void keep(String table, String key, long value) {
        kept.add(new Kept(
                table,
                key,
                value,
                database.rows("select * from " + table + " where " + key + " = ?", value)
                        .get(0)));
    }

    /** A row as it was. */
    private record Kept(String table, String key, long value, Map<String, Object> row) {
        /** Rows to which others point stay in their place. */
        boolean isPointedTo() {
            return table.equals("ledger_entry");
        }

        void takeAway(Database database) {
            if (!isPointedTo()) {
                database.change("delete from " + table + " where " + key + " = ?", value);
            }
        }

        void putBack(Database database) {
            var columns = List.copyOf(row.keySet());
            var values = new ArrayList<Object>(columns.stream().map(row::get).toList());
            if (isPointedTo()) {
                values.add(value);
                database.change(
                        "update %s set %s = ? where %s = ?".formatted(table, String.join(" = ?, ", columns), key),
                        values.toArray());
            } else {
                database.change(
                        "insert into %s (%s) values (?%s)"
                                .formatted(table, String.join(", ", columns), ", ?".repeat(columns.size() - 1)),
                        values.toArray());
            }
        }
    }

    private void keepTile(int level, long index) {
        var row = database.rows("select width, hashes from log_tile where level = ? and tile_index = ?", level, index)
                .get(0);
        undo.add(() -> database.change(
                "update log_tile set width = ?, hashes = ? where level = ? and tile_index = ?",
                row.get("width"),
                row.get("hashes"),
                level,
                index));
    }

    private void undoAll() {
        undo.forEach(Runnable::run);
        undo.clear();
        kept.forEach(one -> one.takeAway(database));
        kept.forEach(one -> one.putBack(database));
        kept.clear();
    }

    private Object bytes(String sql, Object argument) {
        return database.rows(sql, argument).get(0).values().iterator().next();
    }

    private static String health() {
        return Http.anonymous().get("/health/ready").body();
    }

    private static String checkpoint() {
        try {
            return Files.readString(Application.dataFolder().resolve("log/checkpoint.json"));
        } catch (IOException failure) {
            return "";
        }
    }

    private static Map<String, Object> fields(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return CanonicalRecord.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static List<byte[]> hashes(Object proof) {
        return ((List<String>) proof).stream().map(HexFormat.of()::parseHex).toList();
    }
}
