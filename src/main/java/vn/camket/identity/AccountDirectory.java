package vn.camket.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.camket.platform.VietnameseText;

/**
 * Accounts within a scope: those whose person works, or last worked, in its subtrees, and those that hold or held a role
 * there. Native SQL: scope and name search join tables that no entity relates.
 */
@ApplicationScoped
class AccountDirectory {
    private static final String FROM =
            """
            from account c left join employee e on e.id = c.employee_id
            left join membership m on m.employee_id = e.id and m.kind = 'MAIN'
              and m.valid_from = (select max(n.valid_from) from membership n
                where n.employee_id = e.id and n.kind = 'MAIN'
                  and (n.valid_from <= ?1 or not exists (select 1 from membership o
                    where o.employee_id = e.id and o.kind = 'MAIN' and o.valid_from <= ?1)))
            left join agency a on a.id = m.agency_id
            """;

    @PersistenceContext
    EntityManager entities;

    long count(String text, List<String> scope, LocalDate today) {
        var values = new ArrayList<Object>(List.of(today));
        var query = entities.createNativeQuery("select count(*) " + FROM + where(text, scope, values));
        return number(bind(query, values).getSingleResult());
    }

    @SuppressWarnings("unchecked")
    List<AccountListed> list(String text, List<String> scope, LocalDate today, int offset, int size) {
        var values = new ArrayList<Object>(List.of(today));
        var query = entities.createNativeQuery(
                """
                select c.id, c.user_name, c.display_name, a.name,
                  case when c.password_hash is null then 0 else 1 end,
                  case when c.disabled_at is not null or e.left_on <= ?1 then 1 else 0 end
                """
                        + FROM + where(text, scope, values)
                        + " order by case when e.name_key is null then 0 else 1 end, e.name_key, c.user_name");
        var rows = (List<Object[]>)
                bind(query, values).setFirstResult(offset).setMaxResults(size).getResultList();
        var roles = roles(rows.stream().map(row -> number(row[0])).toList(), today);
        return rows.stream()
                .map(row -> new AccountListed(
                        number(row[0]),
                        (String) row[1],
                        (String) row[2],
                        row[3] == null ? "" : (String) row[3],
                        number(row[4]) == 1,
                        number(row[5]) == 1,
                        List.copyOf(roles.getOrDefault(number(row[0]), EnumSet.noneOf(Role.class)))))
                .toList();
    }

    private Map<Long, EnumSet<Role>> roles(List<Long> accounts, LocalDate today) {
        var roles = new HashMap<Long, EnumSet<Role>>();
        if (!accounts.isEmpty()) {
            entities.createQuery(
                            """
                            select g from RoleGrant g where g.account.id in :accounts and g.period.from <= :today
                              and (g.period.to is null or g.period.to > :today)
                            """,
                            RoleGrant.class)
                    .setParameter("accounts", accounts)
                    .setParameter("today", today)
                    .getResultList()
                    .forEach(grant -> roles.computeIfAbsent(grant.account().id(), key -> EnumSet.noneOf(Role.class))
                            .add(grant.role()));
        }
        return roles;
    }

    boolean isInScope(long accountId, List<String> scope, LocalDate today) {
        if (scope.isEmpty()) {
            return false;
        }
        var values = new ArrayList<Object>(List.of(today));
        var where = where("", scope, values);
        values.add(accountId);
        var query = entities.createNativeQuery("select count(*) " + FROM + where + " and c.id = ?" + values.size());
        return number(bind(query, values).getSingleResult()) > 0;
    }

    /** Where the person of an account works, or last worked. */
    @SuppressWarnings("unchecked")
    Optional<String> agencyName(long accountId, LocalDate today) {
        var query = entities.createNativeQuery("select coalesce(a.name, '') " + FROM + " where c.id = ?2");
        var names = (List<String>)
                bind(query, new ArrayList<Object>(List.of(today, accountId))).getResultList();
        return names.stream().findFirst();
    }

    /** Paths of all agencies where the account holds power today: granted roles and headships. */
    @SuppressWarnings("unchecked")
    List<String> powers(long accountId, LocalDate today) {
        return entities.createNativeQuery(
                        """
                        select a.path from role_grant g join agency a on a.id = g.agency_id
                        where g.account_id = ?2 and (g.valid_to is null or g.valid_to > ?1)
                        union
                        select a.path from account c join headship h on h.employee_id = c.employee_id
                          join agency a on a.id = h.agency_id
                        where c.id = ?2 and (h.valid_to is null or h.valid_to > ?1)
                        """)
                .setParameter(1, today)
                .setParameter(2, accountId)
                .getResultList();
    }

    private static String where(String text, List<String> scope, List<Object> values) {
        var places = new ArrayList<String>();
        for (var path : scope) {
            values.add(path + "%");
            var place = "?" + values.size();
            places.add("a.path like " + place);
            places.add("exists (select 1 from role_grant g join agency b on b.id = g.agency_id"
                    + " where g.account_id = c.id and b.path like " + place + ")");
        }
        var where = new StringBuilder(" where (")
                .append(String.join(" or ", places))
                .append(')');
        for (var word : VietnameseText.words(text)) {
            var literal = word.replace("%", "").replace("_", "\\_");
            values.add("%" + literal + "%");
            where.append(" and (c.user_name like ?").append(values.size());
            values.add(word.replace("%", "").replace("_", "") + "%");
            where.append(" or exists (select 1 from employee_word w where w.employee_id = e.id and w.word like ?")
                    .append(values.size())
                    .append("))");
        }
        return where.toString();
    }

    private static Query bind(Query query, List<Object> values) {
        for (var index = 0; index < values.size(); index++) {
            query.setParameter(index + 1, values.get(index));
        }
        return query;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
