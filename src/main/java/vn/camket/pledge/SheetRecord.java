package vn.camket.pledge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.camket.audit.CanonicalRecord;
import vn.camket.audit.Ledger;
import vn.camket.organization.Agency;
import vn.camket.platform.access.Authentication;

/** The canonical record of a sheet, composed from the thread as it is when the head rates it. */
final class SheetRecord {
    static final String KIND = "COMMITMENTS_RATED";

    private static final int VERSION = 1;

    private SheetRecord() {}

    /**
     * @param person the signer with the post of that day
     * @param agency for which the head rates
     * @param reason why it takes the place of the sheet of the thread; null for the first
     */
    static Map<String, @Nullable Object> fields(
            PledgeThread thread,
            Map<String, Object> person,
            List<Agency> lineage,
            SheetDraft draft,
            @Nullable String reason,
            ActingHead.Decider decider,
            Agency agency,
            Authentication proof,
            Instant at) {
        var campaign = thread.signature().enrolment().campaign();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.put("pledge_leaf_hash", thread.signature().leafHash());
        fields.put(
                "campaign",
                Map.of(
                        "id", campaign.id(),
                        "name", campaign.name(),
                        "cycle", thread.signature().enrolment().cycle(),
                        "cycle_name", campaign.cycleName(),
                        "owner", campaign.agency().name()));
        fields.put("enrolment", thread.signature().enrolment().id());
        fields.put("step", thread.signature().step().id());
        fields.put("person", person);
        fields.put("lineage", lineage.stream().map(Agency::name).toList());
        fields.put("place", place(lineage));
        fields.put("signed_at", RecordTime.write(thread.signature().signedAt()));
        fields.put(
                "commitments",
                thread.lines().stream().map(line -> fields(line, draft)).toList());
        fields.put(
                "mid_year_rated_at",
                thread.midYear().map(one -> RecordTime.write(one.ratedAt())).orElse(null));
        fields.put(
                "year_end_rated_at",
                thread.yearEnd().map(one -> RecordTime.write(one.ratedAt())).orElse(null));
        fields.put("remark", draft.remark());
        fields.put("sequence", thread.sheet().map(ThreadSheet::number).orElse(0) + 1);
        fields.put(
                "supersedes",
                thread.sheet()
                        .map(sheet -> HexFormat.of().formatHex(sheet.entry().leafHash()))
                        .orElse(null));
        fields.put("reason", reason);
        fields.put("rater", decider.fields());
        fields.put("agency", ActingHead.fields(agency));
        fields.put("authentication", proof.name());
        fields.put("rated_at", RecordTime.write(at));
        fields.put("nonce", Nonce.next());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(ThreadLine line, SheetDraft draft) {
        var head = ThreadKeeping.of(draft.gradings(), line);
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("source", line.commitment().sourceCode().orElse(null));
        fields.put("wording", line.wording());
        fields.put("entries", line.notes().size());
        fields.put("entries_sha256", entriesSha256(line.notes()));
        fields.put("mid_year", self(line.midYear()));
        fields.put("year_end", self(line.yearEnd()));
        fields.put("head", grade(head.chosen(), head.stored()));
        return fields;
    }

    private static @Nullable Map<String, @Nullable Object> self(Optional<SelfGrade> self) {
        return self.map(one -> grade(one.grade(), one.reason())).orElse(null);
    }

    private static Map<String, @Nullable Object> grade(CommitmentGrade grade, Optional<String> reason) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("grade", grade.name());
        fields.put("reason", reason.orElse(null));
        return fields;
    }

    /** Of the entries that count, in the order of the page; they themselves are no part of the log and can be erased. */
    private static String entriesSha256(List<ThreadNote> notes) {
        var entries = notes.stream()
                .map(note -> Map.of(
                        "done_on", note.entry().doneOn().toString(),
                        "note", note.entry().note()))
                .toList();
        return HexFormat.of().formatHex(Ledger.sha256(CanonicalRecord.of(Map.of("entries", entries))));
    }

    /** Of the agency itself or of the nearest one above it that has one. */
    private static String place(List<Agency> lineage) {
        return lineage.stream()
                .flatMap(agency -> agency.place().stream())
                .reduce((upper, lower) -> lower)
                .orElse("");
    }

    /** The letters on the sheet that no paper could print. */
    static String unprintable(Map<String, @Nullable Object> fields) {
        return PaperFaces.unprintable(new String(CanonicalRecord.of(fields), StandardCharsets.UTF_8));
    }
}
