package vn.camket.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/**
 * The entry that says since when every entry has a receipt: those of an installation older than the log, and of the
 * demonstration, have none.
 */
@ApplicationScoped
class Beginning {
    static final String KIND = "LOG_BEGUN";
    static final String UP_TO = "without_receipt_up_to";

    private static final int VERSION = 1;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Ledger ledger;

    @Inject
    LogOrigin origin;

    @Inject
    Clock clock;

    private boolean done;

    /** Writes it, unless it is there. */
    @Transactional
    void write() {
        if (done) {
            return;
        }
        if (entities.createNativeQuery("select name from setting where name = 'ledger.begun'")
                .getResultList()
                .isEmpty()) {
            var last = (Number) entities.createNativeQuery(
                            "select coalesce(max(id), 0) from ledger_entry where receipt_key is null")
                    .getSingleResult();
            var entry = ledger.write(
                    KIND,
                    Map.of(
                            "version",
                            VERSION,
                            "kind",
                            KIND,
                            "origin",
                            origin.name(),
                            UP_TO,
                            last.longValue(),
                            "begun_at",
                            LogText.moment(clock.instant())));
            entities.createNativeQuery("insert into setting (name, text) values ('ledger.begun', ?1)")
                    .setParameter(1, String.valueOf(entry.id()))
                    .executeUpdate();
        } else {
            done = true;
        }
    }
}
