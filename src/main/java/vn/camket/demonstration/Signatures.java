package vn.camket.demonstration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.campaign.StepAudience;
import vn.camket.campaign.StepKind;
import vn.camket.platform.Rows;
import vn.camket.platform.access.Authentication;
import vn.camket.pledge.LookupCode;
import vn.camket.pledge.PledgeContent;
import vn.camket.pledge.PledgeRecord;
import vn.camket.pledge.SignatureMethod;

/** The signed pledges of a round, in order of time, each with its record in the ledger. */
final class Signatures {
    /** A pledge to be written. */
    private record Signed(
            Person person, long enrolment, List<Visit> visits, Instant at, List<PledgeContent.Commitment> promises) {}

    private record Text(
            long id,
            String template,
            int number,
            String sha256,
            String title,
            String subject,
            String opening,
            String closing,
            String consent) {}

    private record Clause(StepAudience audience, String wording) {}

    private final Random chance;
    private final List<Signed> signed = new ArrayList<>();
    private final Round round;
    private final Text text;
    private final List<Clause> clauses;
    private final Rows.Table ledger;
    private final Rows.Table queue;
    private final Rows.Table signatures;
    private final Rows.Table promised;
    private final Refusals refusals;
    private final Promises promises;

    Signatures(Connection connection, Rows rows, Round round) throws SQLException {
        this.round = round;
        chance = new Random(round.id());
        text = text(connection);
        clauses = clauses(connection, text.id());
        ledger = rows.into("ledger_entry", "id", "kind", "record", "record_sha256", "leaf_hash", "recorded_at");
        queue = rows.into("log_queue", "entry_id", "leaf_hash", "queued_at");
        signatures = rows.into(
                "signature",
                "id",
                "enrolment_id",
                "step_id",
                "text_id",
                "employee_id",
                "agency_id",
                "lookup_code",
                "request_key",
                "ledger_entry_id",
                "method",
                "signed_at");
        promised = rows.into("signed_commitment", "signature_id", "position", "source_code", "wording");
        promises = new Promises(connection, new Random(round.id() + 7));
        refusals = new Refusals(rows, ledger, queue, text.id(), chance);
    }

    /** Keeps the pledge of a person who met every step, the pledge last. */
    void add(Person person, long enrolment, List<Visit> visits) {
        signed.add(new Signed(
                person, enrolment, visits, visits.get(visits.size() - 1).begunAt(), promises.of(person)));
    }

    /** Lets a few of those who have only the pledge left refuse it. @param visits all steps but the pledge, met */
    void mayRefuse(Person person, long enrolment, List<Visit> visits) throws SQLException {
        if (refusals.takes()) {
            var step = round.steps().get(round.steps().size() - 1);
            var at = Objects.requireNonNull(visits.get(visits.size() - 1).metAt())
                    .plusSeconds(1_500);
            refusals.write(
                    person,
                    enrolment,
                    step.id(),
                    content(new Signed(person, enrolment, visits, at, List.of()), step),
                    at);
        }
    }

    void write() throws SQLException {
        signed.sort(Comparator.comparing(Signed::at));
        for (var pledge : signed) {
            write(pledge);
        }
    }

    private void write(Signed pledge) throws SQLException {
        var step = pledge.visits().get(pledge.visits().size() - 1).step();
        var code = LookupCode.of(bytes());
        var record = CanonicalRecord.of(new PledgeRecord(
                        PledgeRecord.VERSION,
                        content(pledge, step),
                        1,
                        null,
                        SignatureMethod.ELECTRONIC_CONFIRMATION,
                        Authentication.PASSWORD,
                        pledge.at(),
                        HexFormat.of().formatHex(bytes()),
                        code.sha256())
                .fields());
        var entry = ledger.nextId();
        var leafHash = Ledger.leafHash(record);
        ledger.add(entry, PledgeRecord.KIND, record, Ledger.sha256(record), leafHash, pledge.at());
        queue.add(entry, leafHash, pledge.at());
        var id = signatures.nextId();
        signatures.add(
                id,
                pledge.enrolment(),
                step.id(),
                text.id(),
                pledge.person().id(),
                pledge.person().unit().id(),
                code.value(),
                requestKey(pledge.enrolment(), step.id()),
                entry,
                SignatureMethod.ELECTRONIC_CONFIRMATION,
                pledge.at());
        var position = 0;
        for (var one : pledge.promises()) {
            promised.add(id, ++position, one.source(), one.wording());
        }
    }

    private byte[] bytes() {
        var bytes = new byte[16];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static String requestKey(long enrolment, long step) {
        return HexFormat.of()
                .formatHex(
                        Ledger.sha256((enrolment + ":" + step + ":demonstration").getBytes(StandardCharsets.US_ASCII)));
    }

    private PledgeContent content(Signed pledge, Round.Planned step) {
        var modules = pledge.visits().stream()
                .filter(visit -> visit.step().kind() == StepKind.MODULE)
                .map(visit -> new PledgeContent.Studied(
                        visit.step().id(), visit.step().title(), Objects.requireNonNull(visit.metAt())))
                .toList();
        return new PledgeContent(
                new PledgeContent.Round(round.id(), Round.NAME, 1, round.cycleName(), round.owner()),
                pledge.enrolment(),
                new PledgeContent.Task(step.id(), step.title()),
                wording(pledge.person()),
                signer(pledge.person()),
                modules,
                pledge.promises());
    }

    private PledgeContent.Wording wording(Person person) {
        var binding = new ArrayList<PledgeContent.Clause>();
        for (var clause : clauses) {
            if (clause.audience().includes(person.leader(), person.policyMaker())) {
                binding.add(new PledgeContent.Clause(binding.size() + 1, clause.audience(), clause.wording()));
            }
        }
        return new PledgeContent.Wording(
                text.template(),
                text.number(),
                text.sha256(),
                text.title(),
                text.subject(),
                text.opening(),
                binding,
                text.closing(),
                text.consent());
    }

    private static PledgeContent.Signer signer(Person person) {
        var unit = person.unit();
        var lineage = new ArrayDeque<String>();
        for (@Nullable Unit above = unit; above != null; above = above.parent()) {
            lineage.addFirst(above.name());
        }
        return new PledgeContent.Signer(
                person.code(),
                person.name(),
                person.personClass().name(),
                person.position(),
                new PledgeContent.Unit(unit.id(), unit.code(), unit.name(), unit.path(), List.copyOf(lineage)),
                unit.place());
    }

    private static Text text(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                var result = query.executeQuery(
                        """
                        select t.id, p.code, t.number, t.body_sha256, t.title, t.subject, t.opening, t.closing, t.consent
                        from pledge_text t join pledge_template p on p.id = t.template_id
                        where t.published_at is not null order by t.id
                        """)) {
            if (!result.next()) {
                throw new IllegalStateException("No published pledge text");
            }
            return new Text(
                    result.getLong(1),
                    result.getString(2),
                    result.getInt(3),
                    HexFormat.of().formatHex(result.getBytes(4)),
                    result.getString(5),
                    result.getString(6),
                    result.getString(7),
                    result.getString(8),
                    result.getString(9));
        }
    }

    private static List<Clause> clauses(Connection connection, long text) throws SQLException {
        var clauses = new ArrayList<Clause>();
        try (var query = connection.prepareStatement(
                "select audience, wording from pledge_clause where text_id = ? order by position")) {
            query.setLong(1, text);
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    clauses.add(new Clause(StepAudience.valueOf(result.getString(1)), result.getString(2)));
                }
            }
        }
        return clauses;
    }
}
