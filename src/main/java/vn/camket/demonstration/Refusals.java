package vn.camket.demonstration;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.platform.Rows;
import vn.camket.platform.access.Authentication;
import vn.camket.pledge.PledgeContent;
import vn.camket.pledge.RefusalRecord;

/** The few who declared not to sign, each with a reason of his own. */
final class Refusals {
    private static final int ONE_IN = 9;
    private static final List<String> REASONS = Table.sentences("REFUSAL");

    private final Random chance;
    private final Rows.Table ledger;
    private final Rows.Table queue;
    private final Rows.Table refusals;
    private final long text;
    private int asked;
    private int written;

    Refusals(Rows rows, Rows.Table ledger, Rows.Table queue, long text, Random chance) throws SQLException {
        this.ledger = ledger;
        this.queue = queue;
        this.text = text;
        this.chance = chance;
        refusals = rows.into(
                "refused_pledge",
                "enrolment_id",
                "step_id",
                "sequence",
                "text_id",
                "employee_id",
                "agency_id",
                "reason",
                "reason_salt",
                "request_key",
                "ledger_entry_id",
                "refused_at");
    }

    /** Whether the next person who has only the pledge left is one of the few. */
    boolean takes() {
        return written < REASONS.size() && ++asked % ONE_IN == 0;
    }

    void write(Person person, long enrolment, long step, PledgeContent content, Instant at) throws SQLException {
        var salt = bytes();
        var reason = new RefusalRecord.Reason(REASONS.get(written++), salt);
        var record = CanonicalRecord.of(new RefusalRecord(
                        content,
                        1,
                        Authentication.PASSWORD,
                        reason.sha256(),
                        at,
                        HexFormat.of().formatHex(bytes()))
                .fields());
        var entry = ledger.nextId();
        var leafHash = Ledger.leafHash(record);
        ledger.add(entry, RefusalRecord.KIND, record, Ledger.sha256(record), leafHash, at);
        queue.add(entry, leafHash, at);
        refusals.add(
                enrolment,
                step,
                1,
                text,
                person.id(),
                person.unit().id(),
                reason.words(),
                salt,
                key(enrolment),
                entry,
                at);
    }

    private byte[] bytes() {
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static String key(long enrolment) {
        return HexFormat.of()
                .formatHex(Ledger.sha256((enrolment + ":refused:demonstration").getBytes(StandardCharsets.US_ASCII)));
    }
}
