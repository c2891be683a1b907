package vn.camket.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.camket.campaign.Campaign;
import vn.camket.platform.Vietnam;

/** Recounts and what they found, each in a transaction of its own. Native SQL: the rows are only written and listed. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class Checks {
    private static final int LISTED = 100;

    /** A counter that differs. */
    record Found(Recount.Key key, String field, long counted, long stored) {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    Recount recount;

    @Inject
    Clock clock;

    /** Compares facts and counters of a campaign. @param rows counters there are */
    List<Found> compare(long campaignId) {
        return differences(recount.fromFacts(campaignId), recount.stored(campaignId));
    }

    /** Each counter that differs, in order of agency and step; a missing row counts as zeros. */
    static List<Found> differences(Map<Recount.Key, Figures> counted, Map<Recount.Key, Figures> stored) {
        var keys = new TreeSet<Recount.Key>(
                java.util.Comparator.comparingLong(Recount.Key::agencyId).thenComparingLong(Recount.Key::stepId));
        keys.addAll(counted.keySet());
        keys.addAll(stored.keySet());
        var found = new ArrayList<Found>();
        for (var key : keys) {
            var right = counted.getOrDefault(key, Figures.NONE);
            var kept = stored.getOrDefault(key, Figures.NONE);
            compare(found, key, "required", right.required(), kept.required());
            compare(found, key, "exempt", right.exempt(), kept.exempt());
            compare(found, key, "started", right.started(), kept.started());
            compare(found, key, "done", right.done(), kept.done());
            compare(found, key, "late", right.late(), kept.late());
        }
        return found;
    }

    private static void compare(List<Found> found, Recount.Key key, String field, long counted, long stored) {
        if (counted != stored) {
            found.add(new Found(key, field, counted, stored));
        }
    }

    /** Keeps what a recount found. */
    void record(long campaignId, Collection<Found> found) {
        var rows = number(
                entities.createNativeQuery("select count(*) from completion_count where campaign_id = ?1 and cycle = 1")
                        .setParameter(1, campaignId)
                        .getSingleResult());
        entities.createNativeQuery(
                        "insert into completion_check (campaign_id, run_at, rows_read, differences) values (?1, ?2, ?3, ?4)")
                .setParameter(1, campaignId)
                .setParameter(2, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(3, rows)
                .setParameter(4, found.size())
                .executeUpdate();
        var check = latest(campaignId).orElseThrow();
        for (var one : found) {
            entities.createNativeQuery(
                            """
                            insert into completion_difference (check_id, step_id, agency_id, field, counted, recorded)
                            values (?1, ?2, ?3, ?4, ?5, ?6)
                            """)
                    .setParameter(1, check)
                    .setParameter(2, one.key().stepId())
                    .setParameter(3, one.key().agencyId())
                    .setParameter(4, one.field())
                    .setParameter(5, one.counted())
                    .setParameter(6, one.stored())
                    .executeUpdate();
        }
    }

    private Optional<Long> latest(long campaignId) {
        var id = entities.createNativeQuery("select max(id) from completion_check where campaign_id = ?1")
                .setParameter(1, campaignId)
                .getSingleResult();
        return id instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    /** Agencies whose counters differed in the last recount. */
    Set<Long> agencies(long campaignId) {
        var agencies = new TreeSet<Long>();
        List<?> rows = entities.createNativeQuery(
                        "select distinct agency_id from completion_difference where check_id = ?1")
                .setParameter(1, latest(campaignId).orElse(0L))
                .getResultList();
        rows.forEach(row -> agencies.add(number(row)));
        return agencies;
    }

    /** Writes one agency's counters anew. */
    void repair(long campaignId, long agencyId) {
        recount.writeAgency(campaignId, agencyId);
        recount.keepDay(campaignId, agencyId, Vietnam.today(clock));
    }

    /** Notes that the last recount's differences were repaired. */
    void noteRepair(long campaignId) {
        entities.createNativeQuery("update completion_check set repaired_at = ?1 where id = ?2")
                .setParameter(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(2, latest(campaignId).orElse(0L))
                .executeUpdate();
    }

    List<Campaign> open() {
        return entities.createQuery(
                        """
                        select c from Campaign c join fetch c.agency
                        where c.openedAt is not null and c.closedAt is null order by c.id
                        """,
                        Campaign.class)
                .getResultList();
    }

    /** The last recount of a campaign, with its first differences. */
    CheckResult result(Campaign campaign) {
        var check = latest(campaign.id());
        if (check.isEmpty()) {
            return new CheckResult(campaign, null, 0, 0, null, List.of());
        }
        var row = (Object[]) entities.createNativeQuery(
                        "select run_at, rows_read, differences, repaired_at from completion_check where id = ?1")
                .setParameter(1, check.get())
                .getSingleResult();
        return new CheckResult(
                campaign, instant(row[0]), number(row[1]), number(row[2]), instant(row[3]), listed(check.get()));
    }

    private List<Difference> listed(long check) {
        List<?> rows = entities.createNativeQuery(
                        """
                        select d.step_id, s.title, d.agency_id, a.name, d.field, d.counted, d.recorded
                        from completion_difference d join agency a on a.id = d.agency_id
                        left join step s on s.id = d.step_id
                        where d.check_id = ?1 order by a.path, d.step_id, d.field
                        """)
                .setParameter(1, check)
                .setMaxResults(LISTED)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Difference(
                        number(row[0]),
                        row[1] == null ? null : String.valueOf(row[1]),
                        number(row[2]),
                        String.valueOf(row[3]),
                        String.valueOf(row[4]),
                        number(row[5]),
                        number(row[6])))
                .toList();
    }

    private static @Nullable Instant instant(@Nullable Object column) {
        if (column instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return column instanceof java.sql.Timestamp stamp
                ? stamp.toLocalDateTime().toInstant(ZoneOffset.UTC)
                : null;
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** What both readings saw: a fact that fell between facts and counters is in one of them only. */
    static List<Found> both(List<Found> first, List<Found> second) {
        var seen = new HashSet<>(second);
        return first.stream().filter(seen::contains).toList();
    }
}
