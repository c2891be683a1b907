package vn.camket.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.camket.platform.VietnameseText;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Denied;

/** The documents on which campaigns and modules rest, open to everybody who is signed in. */
@ApplicationScoped
@Transactional
public class Documents {
    @PersistenceContext
    EntityManager entities;

    @Inject
    Caller caller;

    /**
     * A page of the documents that contain every word of a search, the latest first.
     *
     * @param search with or without tones; blank finds all
     * @param status null for every one
     */
    public List<LegalDocument> find(String search, @Nullable DocumentStatus status, int offset, int limit) {
        return matching(
                        "select d from LegalDocument d left join fetch d.successor",
                        search,
                        status,
                        LegalDocument.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many documents that search finds. */
    public long count(String search, @Nullable DocumentStatus status) {
        return matching("select count(d) from LegalDocument d", search, status, Long.class)
                .getSingleResult();
    }

    /** The documents with these ids, by day of issue; ids without a document are passed over. */
    public List<LegalDocument> of(Collection<Long> ids) {
        requireSignedIn();
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select d from LegalDocument d where d.id in :ids order by d.issuedOn, d.id",
                                LegalDocument.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private <T> TypedQuery<T> matching(
            String selection, String search, @Nullable DocumentStatus status, Class<T> type) {
        requireSignedIn();
        var words = VietnameseText.words(search).stream()
                .map(word -> word.replaceAll("[!%_]", "!$0"))
                .toList();
        var conditions = new java.util.ArrayList<String>();
        for (var index = 0; index < words.size(); index++) {
            conditions.add("d.searchFolded like :word" + index + " escape '!'");
        }
        if (status != null) {
            conditions.add("d.status = :status");
        }
        var where = conditions.isEmpty() ? "" : conditions.stream().collect(Collectors.joining(" and ", " where ", ""));
        var order = type == LegalDocument.class ? " order by d.issuedOn desc, d.id" : "";
        var query = entities.createQuery(selection + where + order, type);
        for (var index = 0; index < words.size(); index++) {
            query.setParameter("word" + index, "%" + words.get(index) + "%");
        }
        if (status != null) {
            query.setParameter("status", status);
        }
        return query;
    }

    private void requireSignedIn() {
        if (!caller.isSignedIn()) {
            throw new Denied();
        }
    }
}
