package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.camket.audit.Ledger;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;

/** The rows of sealed sheets, in their transactions. */
@ApplicationScoped
@Transactional
class SheetPdfs {
    /** Kind of the ledger entry with the hash of a file. */
    static final String KIND = "COMMITMENT_SHEET_ISSUED";

    private static final int VERSION = 1;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Pledges pledges;

    @Inject
    ThreadPeople people;

    @Inject
    Ledger ledger;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** @throws NotFound unless it is of the caller's own pledge, or of somebody whom the caller rates */
    ThreadSheet visible(long sheetId) {
        var sheet = entities.createQuery(
                        """
                        select t from ThreadSheet t join fetch t.entry join fetch t.enrolment join fetch t.signature s
                        join fetch s.employee where t.id = :sheet
                        """,
                        ThreadSheet.class)
                .setParameter("sheet", sheetId)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var own = caller.employeeId()
                .filter(id -> id == sheet.signature().employee().id())
                .isPresent();
        if (!own && people.agency(sheet.signature()).isEmpty()) {
            throw new NotFound();
        }
        return sheet;
    }

    Optional<SheetPdf> issued(long sheetId) {
        return Optional.ofNullable(entities.find(SheetPdf.class, sheetId));
    }

    /**
     * Registers a file together with the ledger entry that holds its hash.
     *
     * @return what counts as issued: the given file, or the one that another node was faster with
     */
    SheetPdf register(ThreadSheet sheet, byte[] sha256, int bytes, String sealKey) {
        pledges.lock(List.of(sheet.enrolment().id()));
        return issued(sheet.id()).orElseGet(() -> {
            var at = RecordTime.cut(clock.instant());
            var entry = ledger.write(
                    KIND,
                    Map.of(
                            "version", VERSION,
                            "kind", KIND,
                            "sheet_leaf_hash",
                                    HexFormat.of().formatHex(sheet.entry().leafHash()),
                            "sha256", HexFormat.of().formatHex(sha256),
                            "bytes", bytes,
                            "seal_key", sealKey,
                            "issued_at", RecordTime.write(at)));
            return pledges.add(new SheetPdf(sheet, sha256, bytes, sealKey, entry, at));
        });
    }
}
