package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.camket.audit.Ledger;

/** The published texts in the ledger: what was put before people to sign, word for word. */
@ApplicationScoped
@Transactional
class TextLedger {
    static final String KIND = "PLEDGE_TEXT_PUBLISHED";

    private static final int VERSION = 1;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Ledger ledger;

    /** Published texts that have no entry. */
    List<Long> unregistered() {
        var ids = new ArrayList<Long>();
        for (Object id : entities.createNativeQuery(
                        """
                        select t.id from pledge_text t
                        where t.published_at is not null
                          and not exists (select 1 from pledge_text_entry e where e.text_id = t.id)
                        order by t.id
                        """)
                .getResultList()) {
            ids.add(((Number) id).longValue());
        }
        return ids;
    }

    /**
     * Writes the entry of a published text, unless it has one. Whoever publishes a text calls this in the same transaction.
     *
     * @throws IllegalStateException if the words are no longer those that were published
     */
    void register(long textId) {
        var text = entities.find(PledgeText.class, textId, LockModeType.PESSIMISTIC_WRITE);
        if (entities.createNativeQuery("select text_id from pledge_text_entry where text_id = ?1")
                .setParameter(1, textId)
                .getResultList()
                .isEmpty()) {
            var entry = ledger.write(KIND, record(text));
            entities.createNativeQuery("insert into pledge_text_entry (text_id, ledger_entry_id) values (?1, ?2)")
                    .setParameter(1, textId)
                    .setParameter(2, entry.id())
                    .executeUpdate();
        }
    }

    private static Map<String, Object> record(PledgeText text) {
        var fields = new LinkedHashMap<String, Object>(text.wordingFields());
        fields.put("version", VERSION);
        fields.put("kind", KIND);
        fields.put("template", text.template().code());
        fields.put("number", text.number());
        fields.put("change", text.change().map(PledgeChange::name).orElse("FIRST"));
        fields.put("note", text.note().orElse(""));
        fields.put("sha256", text.sha256());
        fields.put(
                "published_at",
                RecordTime.write(RecordTime.cut(text.publishedAt().orElse(Instant.EPOCH))));
        return fields;
    }
}
