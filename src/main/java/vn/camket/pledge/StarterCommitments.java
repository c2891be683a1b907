package vn.camket.pledge;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import vn.camket.campaign.StepAudience;
import vn.camket.platform.ContentFile;
import vn.camket.platform.FirstLoad;
import vn.camket.platform.Rows;
import vn.camket.platform.Start;
import vn.camket.platform.VietnameseText;

/** The personal commitments that Camket ships with, in the library from the first start. */
@ApplicationScoped
class StarterCommitments {
    static final String FILE = "/vn/camket/content/pledge/cam-ket-cu-the.md";

    @Inject
    FirstLoad firstLoad;

    @Inject
    Clock clock;

    void load(@Observes @Priority(410) Start.SchemaReady ready) {
        firstLoad.once("starter.commitments", connection -> fill(connection, clock.instant()));
    }

    private static void fill(Connection connection, Instant now) throws SQLException {
        try (var rows = new Rows(connection)) {
            var sources = rows.into(
                    "commitment_source",
                    "id",
                    "code",
                    "wording",
                    "wording_folded",
                    "audience",
                    "positions",
                    "active",
                    "created_at");
            var positions = rows.into("commitment_position", "source_id", "phrase");
            for (var section : ContentFile.read(FILE).sections()) {
                var number = 0;
                for (var wording : section.numbered()) {
                    var draft = draft(section, wording);
                    var id = sources.nextId();
                    sources.add(
                            id,
                            section.field("code") + "-" + ++number,
                            draft.wording(),
                            VietnameseText.fold(draft.wording()),
                            draft.audience(),
                            draft.positions(),
                            true,
                            now);
                    for (var phrase : draft.phrases()) {
                        positions.add(id, phrase);
                    }
                }
            }
        }
    }

    static CommitmentDraft draft(ContentFile.Section section, String wording) {
        return new CommitmentDraft(
                wording, StepAudience.valueOf(section.field("audience")), Set.of(), section.field("positions"));
    }
}
