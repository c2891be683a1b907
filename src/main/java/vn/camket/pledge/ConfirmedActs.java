package vn.camket.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.camket.audit.Ledger;
import vn.camket.audit.LedgerEntry;
import vn.camket.organization.Agency;
import vn.camket.platform.NotFound;
import vn.camket.platform.access.Caller;
import vn.camket.platform.access.Permission;

/**
 * Acts of confirmation and their lists, in their transactions. The caller sees those of which every pledge was confirmed
 * for an agency in the caller's scope; the scope is part of every query.
 */
@ApplicationScoped
@Transactional
class ConfirmedActs {
    /** Kind of the ledger entry with the hash of a list. */
    static final String KIND = "CONFIRMED_LIST_ISSUED";

    private static final int VERSION = 1;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Pledges pledges;

    @Inject
    Ledger ledger;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    /** An act with all that its list shows. @param agency the uppermost for which was confirmed, with those above it */
    record Whole(LedgerEntry entry, List<Signature> signatures, Agency agency, List<Agency> lineage) {}

    List<ConfirmedAct> page(int offset, int size) {
        return scoped(
                        "select t from ConfirmedAct t join fetch t.confirmedBy",
                        " order by t.confirmedAt desc, t.entryId desc",
                        ConfirmedAct.class)
                .setFirstResult(offset)
                .setMaxResults(size)
                .getResultList();
    }

    long count() {
        return scoped("select count(t) from ConfirmedAct t", "", Long.class).getSingleResult();
    }

    Whole whole(long entryId) {
        var found = scoped("select count(t) from ConfirmedAct t", " and t.entryId = :entry", Long.class)
                .setParameter("entry", entryId)
                .getSingleResult();
        if (found == 0) {
            throw new NotFound();
        }
        var ids = entities.createQuery(
                        "select c.signatureId from Confirmation c where c.entry.id = :entry order by c.signatureId",
                        Long.class)
                .setParameter("entry", entryId)
                .getResultList();
        var agency = entities.createQuery(
                        "select a from Confirmation c join c.agency a where c.entry.id = :entry order by a.depth, a.id",
                        Agency.class)
                .setParameter("entry", entryId)
                .setMaxResults(1)
                .getSingleResult();
        var entry =
                Optional.ofNullable(entities.find(LedgerEntry.class, entryId)).orElseThrow(NotFound::new);
        return new Whole(entry, pledges.withParticulars(ids), agency, pledges.lineage(agency));
    }

    Optional<ConfirmedList> issued(long entryId) {
        return Optional.ofNullable(entities.find(ConfirmedList.class, entryId));
    }

    /**
     * Registers a list together with the ledger entry that holds its hash.
     *
     * @return what counts as issued: the given file, or the one that another node was faster with
     */
    ConfirmedList register(Whole whole, byte[] sha256, int bytes, String sealKey) {
        pledges.lock(whole.signatures().stream()
                .map(signature -> signature.enrolment().id())
                .distinct()
                .toList());
        return issued(whole.entry().id()).orElseGet(() -> {
            var at = RecordTime.cut(clock.instant());
            var entry = ledger.write(
                    KIND,
                    Map.of(
                            "version", VERSION,
                            "kind", KIND,
                            "confirmed_leaf_hash",
                                    HexFormat.of().formatHex(whole.entry().leafHash()),
                            "sha256", HexFormat.of().formatHex(sha256),
                            "bytes", bytes,
                            "seal_key", sealKey,
                            "issued_at", RecordTime.write(at)));
            return pledges.add(new ConfirmedList(whole.entry(), sha256, bytes, sealKey, entry, at));
        });
    }

    /**
     * Of acts that confirmed nothing outside the caller's scope. Only the few that confirmed for several agencies are
     * looked at pledge by pledge. The agency decides, not a copy of its path, so that acts move with it in the tree.
     *
     * @param start up to its conditions; {@code t} is the act
     */
    private <T> TypedQuery<T> scoped(String start, String end, Class<T> type) {
        var scope = caller.scope(Permission.CONFIRM_PLEDGES);
        var query = entities.createQuery(start + " where " + within(scope.size()) + end, type);
        IntStream.range(0, scope.size()).forEach(index -> query.setParameter("path" + index, scope.get(index) + "%"));
        return query;
    }

    private static String within(int places) {
        return places == 0
                ? "1 = 0"
                : "(" + each(places, "t.agency.path like :path", " or ")
                        + ") and (t.agencies = 1 or not exists (select o from Confirmation o where o.entry.id = t.entryId and "
                        + each(places, "o.agency.path not like :path", " and ") + "))";
    }

    private static String each(int places, String condition, String between) {
        return IntStream.range(0, places).mapToObj(index -> condition + index).collect(Collectors.joining(between));
    }
}
