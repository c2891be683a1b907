package vn.camket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of three batches, changed by somebody who can write to the database: what the verifier says of it. */
class LedgerVerifierTest {
    private static final int FIRST = 300;
    private static final int SECOND = 3;
    private static final int THIRD = 40;
    private static final long SIZE = FIRST + SECOND + THIRD;

    private final SampleLog log = new SampleLog();

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws SQLException {
        for (var count : List.of(FIRST, SECOND, THIRD)) {
            log.write(count);
            log.sequence(SampleLog.START.plusSeconds(count));
        }
    }

    @AfterEach
    void close() throws SQLException {
        log.close();
    }

    @Test
    void findsNothingInAnUntouchedLedger() throws SQLException {
        var outcome = log.verify();

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.verified()).isEqualTo(SIZE);
        assertThat(outcome.size()).isEqualTo(SIZE);
        assertThat(outcome.head().orElseThrow().root())
                .isEqualTo(log.tables.newest().orElseThrow().root());
    }

    @Test
    void namesTheFirstHeadThatAnEndedKeySigned() throws SQLException {
        log.endKey(SampleLog.START.plusSeconds(400));
        log.sequence(SampleLog.START.plusSeconds(401));
        var ended = log.verify().findings();
        log.write(2);
        log.sequence(SampleLog.START.plusSeconds(402));

        assertThat(ended).isEmpty();
        assertThat(log.firstFinding())
                .isEqualTo(new Finding(LedgerFault.KEY_ENDED, SIZE + 2, null, String.valueOf(SIZE + 3)));
        assertThat(log.verify().verified()).isEqualTo(SIZE + 1);
    }

    /** Two nodes: one has replaced the key, the other has it still in hand. */
    @Test
    void aBatchIsNotSignedByAKeyThatAnotherNodeHasEnded() throws SQLException {
        log.endKey(SampleLog.START.plusSeconds(400));
        log.sequence(SampleLog.START.plusSeconds(401));
        log.endKeyRow();
        log.write(2);

        assertThatThrownBy(() -> log.sequence(SampleLog.START.plusSeconds(402))).isInstanceOf(Batch.KeyEnded.class);

        assertThat(log.verify().findings()).isEmpty();
        assertThat(log.tables.isAnyQueued()).isTrue();
        log.change("update signing_key set current_for = 'LOG'");
        assertThat(log.sequence(SampleLog.START.plusSeconds(403))).isPresent();
    }

    @Test
    void namesAReceiptThatAnEndedKeySignedLongAfter() throws SQLException {
        log.endKey(SampleLog.START.plusSeconds(400));
        log.sequence(SampleLog.START.plusSeconds(1000));
        log.write(1);

        log.sequence(SampleLog.START.plusSeconds(1001));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.KEY_ENDED, SIZE + 1, SIZE + 2, null));
    }

    @Test
    void namesTheRecordInWhichOneByteWasChanged() throws SQLException {
        log.change("update ledger_entry set record = replace(record, x'38', x'39') where id = 289");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.RECORD_CHANGED, 288L, 289L, null));
        assertThat(log.verify().verified()).isZero();
    }

    @Test
    void namesTheRecordThatWasReplacedWithAllItsHashes() throws SQLException {
        var forged = "{\"kind\":\"SAMPLE\",\"number\":9999}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        log.change("update ledger_entry set record = x'%s', record_sha256 = x'%s', leaf_hash = x'%s' where id = 301"
                .formatted(LogText.hex(forged), LogText.hex(Ledger.sha256(forged)), LogText.hex(Merkle.leaf(forged))));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.RECORD_REPLACED, 300L, 301L, null));
        assertThat(log.verify().verified()).isEqualTo(FIRST);
    }

    @Test
    void namesTheBatchWhenRecordLeafAndTileWereForgedTogether() throws SQLException {
        var forged = "{\"kind\":\"SAMPLE\",\"number\":9999}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var leaf = LogText.hex(Merkle.leaf(forged));
        log.change("update ledger_entry set record = x'%s', record_sha256 = x'%s', leaf_hash = x'%s' where id = 302"
                .formatted(LogText.hex(forged), LogText.hex(Ledger.sha256(forged)), leaf));
        log.change("update log_leaf set leaf_hash = x'%s' where entry_id = 302".formatted(leaf));
        var tile = LogText.hex(log.tables.tile(0, 1).orElseThrow().hashes());
        log.change("update log_tile set hashes = x'%s' where level = 0 and tile_index = 1"
                .formatted(tile.substring(0, 45 * 64) + leaf + tile.substring(46 * 64)));

        assertThat(log.verify().findings())
                .extracting(Finding::fault)
                .startsWith(LedgerFault.RECEIPT_FALSE, LedgerFault.TREE_CHANGED);
        assertThat(log.firstFinding().entryId()).isEqualTo(302);
    }

    @Test
    void namesTheLeafThatWasChanged() throws SQLException {
        log.change("update log_leaf set leaf_hash = x'%s' where leaf_index = 5".formatted("00".repeat(32)));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.LEAF_CHANGED, 5L, 6L, null));
    }

    @Test
    void namesTheLastLeafThatWasDeleted() throws SQLException {
        log.change("delete from log_leaf where leaf_index = " + (SIZE - 1));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.LEAF_MISSING, SIZE - 1, SIZE, null));
        assertThat(log.verify().verified()).isEqualTo(FIRST + SECOND);
    }

    @Test
    void namesTheEntryThatWasDeleted() throws SQLException {
        log.change("delete from ledger_entry where id = 17");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.ENTRY_MISSING, 16L, 17L, null));
    }

    @Test
    void namesTheFirstOfTwoSwappedLeaves() throws SQLException {
        var fourth = log.tables.tile(0, 0).orElseThrow().hash(3);
        var ninth = log.tables.tile(0, 0).orElseThrow().hash(8);
        log.change("update log_leaf set entry_id = -1 where leaf_index = 3");
        log.change("update log_leaf set entry_id = 4, leaf_hash = x'%s' where leaf_index = 8"
                .formatted(LogText.hex(fourth)));
        log.change("update log_leaf set entry_id = 9, leaf_hash = x'%s' where leaf_index = 3"
                .formatted(LogText.hex(ninth)));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.LEAF_MOVED, 3L, 9L, null));
    }

    @Test
    void namesTheFirstOfTwoSwappedEntries() throws SQLException {
        log.change("update ledger_entry set id = -4 where id = 4");
        log.change("update ledger_entry set id = 4 where id = 9");
        log.change("update ledger_entry set id = 9 where id = -4");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.RECORD_REPLACED, 3L, 4L, null));
    }

    @Test
    void namesTheEntryThatWasPlantedBesideTheLog() throws SQLException {
        log.change("insert into ledger_entry (id, kind, record, record_sha256, leaf_hash, recorded_at)"
                + " select 9999, kind, record, record_sha256, leaf_hash, recorded_at from ledger_entry where id = 1");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.NOT_IN_LOG, null, 9999L, null));
        assertThat(log.verify().verified()).isEqualTo(SIZE);
    }

    @Test
    void namesTheHeadThatWasDeleted() throws SQLException {
        log.change("delete from tree_head where tree_size = " + (FIRST + SECOND));

        assertThat(log.firstFinding())
                .isEqualTo(new Finding(LedgerFault.HEAD_MISSING, FIRST + SECOND - 1L, null, "303"));
    }

    @Test
    void namesTheLastHeadThatWasDeleted() throws SQLException {
        log.change("delete from tree_head where tree_size = " + SIZE);

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.HEAD_MISSING, SIZE - 1, null, "343"));
    }

    @Test
    void namesTheHeadWhoseRootOrTimeWasChanged() throws SQLException {
        log.change("update tree_head set signed_at = timestamp '2020-01-01 00:00:00' where tree_size = " + FIRST);

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.HEAD_CHANGED, FIRST - 1L, null, "300"));

        log.change("update tree_head set root = x'%s' where tree_size = %d".formatted("11".repeat(32), FIRST));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.HEAD_CHANGED, FIRST - 1L, null, "300"));
    }

    @Test
    void namesTheTileThatWasChanged() throws SQLException {
        var hashes = LogText.hex(log.tables.tile(0, 0).orElseThrow().hashes());
        log.change("update log_tile set hashes = x'%s' where level = 0 and tile_index = 0"
                .formatted("ff".repeat(32) + hashes.substring(64)));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.TILE_CHANGED, 0L, 1L, "0/0"));
    }

    @Test
    void namesTheUpperTileThatWasChangedAndTheTileThatWasDeleted() throws SQLException {
        log.change("update log_tile set hashes = x'%s' where level = 1".formatted("ff".repeat(32)));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.TILE_CHANGED, 0L, null, "1/0"));

        log.change("delete from log_tile where level = 0 and tile_index = 1");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.TILE_MISSING, 256L, null, "0/1"));
    }

    @Test
    void namesTheReceiptThatWasTakenAwayOrForged() throws SQLException {
        log.change("update ledger_entry set receipt_key = null, receipt_signature = null where id = 20");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.RECEIPT_FALSE, 19L, 20L, null));

        log.change("update ledger_entry set recorded_at = timestamp '2020-01-01 00:00:00' where id = 10");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.RECEIPT_FALSE, 9L, 10L, null));
    }

    @Test
    void namesTheEntryWhoseQueueRowWasForged() throws SQLException {
        log.write(1);
        log.change("update log_queue set leaf_hash = x'%s'".formatted("00".repeat(32)));

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.QUEUE_FALSE, null, SIZE + 1, null));
    }

    @Test
    void namesTheDayWhoseAuditTrailWasChanged() throws SQLException {
        log.change("insert into audit_entry (at, actor, act, object_kind, object_id, detail) values"
                + " (timestamp '2026-11-23 17:00:00', 'An', 'OPENED', 'campaign', '1', null),"
                + " (timestamp '2026-11-24 16:59:59', 'Bình', 'CLOSED', 'campaign', '1', '{}'),"
                + " (timestamp '2026-11-24 17:00:00', 'Chi', 'OPENED', 'campaign', '2', null)");
        var day = LocalDate.of(2026, 11, 24);
        var digest = TrailDigest.of(log.connection, day);
        assertThat(digest.rows()).isEqualTo(2);
        log.write(CanonicalRecord.of(Map.of(
                "version", 1, "kind", TrailDigests.KIND, "day", day.toString(), "rows", 2, "sha256", digest.sha256())));
        log.change("insert into audit_digest (digest_day, ledger_entry_id) values (date '2026-11-24', %d)"
                .formatted(SIZE + 1));
        log.sequence(SampleLog.START.plusSeconds(1000));
        assertThat(log.verify().findings()).isEmpty();

        log.change("update audit_entry set actor = 'An ' where actor = 'An'");

        assertThat(log.firstFinding()).isEqualTo(new Finding(LedgerFault.TRAIL_CHANGED, null, SIZE + 1, "2026-11-24"));
    }

    @Test
    void twoSequencersAtOnceGiveEveryEntryOnePlace() throws Exception {
        var pool = Executors.newFixedThreadPool(3);
        var writing = pool.submit(() -> {
            try (var writer = log.another()) {
                for (var turn = 0; turn < 20; turn++) {
                    log.write(writer, 7);
                }
            }
            return null;
        });
        var done = new ArrayList<Future<Integer>>();
        for (var node = 0; node < 2; node++) {
            done.add(pool.submit(() -> {
                var leaves = 0;
                try (var connection = log.another()) {
                    while (!writing.isDone() || new LogTables(connection).isAnyQueued()) {
                        leaves += log.sequence(connection, SampleLog.START.plusSeconds(2000))
                                .map(Batch.Done::leaves)
                                .orElse(0);
                    }
                }
                return leaves;
            }));
        }

        writing.get();
        assertThat(done.get(0).get() + done.get(1).get()).isEqualTo(140);
        pool.shutdown();
        var outcome = log.verify();
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.verified()).isEqualTo(SIZE + 140);
    }

    @Test
    void theSequencerDoesNotBuildOnALogThatSomebodyCutOrChanged() throws SQLException {
        log.write(1);
        log.change("delete from log_leaf where leaf_index = " + (SIZE - 1));

        assertThatThrownBy(() -> log.sequence(SampleLog.START)).isInstanceOf(Batch.Contradiction.class);

        log.change("delete from tree_head where tree_size = " + SIZE);
        log.change("delete from log_leaf where leaf_index >= " + (FIRST + SECOND));
        log.change("update log_tile set hashes = x'%s' where level = 0 and tile_index = 1"
                .formatted("00".repeat(47 * 32)));

        assertThatThrownBy(() -> log.sequence(SampleLog.START)).isInstanceOf(Batch.Contradiction.class);
    }

    @Test
    void headsGoOnWhenTheClockGoesBack() throws SQLException {
        log.write(1);

        var done = log.sequence(SampleLog.START.minus(Duration.ofDays(2))).orElseThrow();

        assertThat(done.clockWentBack()).isTrue();
        assertThat(log.tables.headsAfter(0, 10)).extracting(TreeHead::signedAt).isSorted();
        assertThat(log.verify().findings()).isEmpty();
    }

    @Test
    void theCopyShowsThatTheDatabaseWasSetBack() throws SQLException, IOException {
        var copy = new LogCopy(folder);
        assertThat(copy.compare(log.connection)).isEmpty();
        while (copy.write(log.connection)) {}
        assertThat(copy.compare(log.connection)).isEmpty();
        assertThat(copy.checkpoint().orElseThrow().size()).isEqualTo(SIZE);
        assertThat(copy.firstDifference(log.connection)).isEmpty();

        log.change("delete from tree_head where tree_size = " + SIZE);
        log.change("delete from log_leaf where leaf_index >= " + (FIRST + SECOND));
        log.change("delete from ledger_entry where id > " + (FIRST + SECOND));
        log.change(
                "update log_tile set width = 47, hashes = substring(hashes, 1, 47 * 32) where level = 0 and tile_index = 1");

        assertThat(log.verify().findings()).as("the database alone looks whole").isEmpty();
        assertThat(copy.compare(log.connection)).contains(LedgerAlarm.BEHIND_COPY);
        assertThat(copy.firstDifference(log.connection)).contains((long) FIRST + SECOND);

        log.write(THIRD);
        log.sequence(SampleLog.START.plusSeconds(100));

        assertThat(log.verify().findings())
                .as("and so does one that grew again")
                .isEmpty();
        assertThat(copy.compare(log.connection)).contains(LedgerAlarm.UNLIKE_COPY);
    }

    @Test
    void theCopyGoesOnFromWhereItStopped() throws SQLException, IOException {
        var copy = new LogCopy(folder);
        while (copy.write(log.connection)) {}
        log.write(2);
        log.sequence(SampleLog.START.plusSeconds(500));

        while (copy.write(log.connection)) {}

        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".gz")))
                    .contains("000000000000-000000000343.jsonl.gz", "000000000343-000000000345.jsonl.gz");
        }
        assertThat(copy.compare(log.connection)).isEmpty();
    }

    @Test
    void refusesADamagedCheckpoint() throws IOException {
        Files.writeString(folder.resolve("checkpoint.json"), "{\"origin\":");

        assertThatThrownBy(() -> new LogCopy(folder).compare(log.connection)).isInstanceOf(IOException.class);
    }
}
