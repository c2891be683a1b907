package vn.camket.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.camket.platform.VietnameseText;

/**
 * Read models of tree and people. Native SQL: counts over subtrees join by path, and names are found through their words,
 * neither of which entities express. Every list here takes a fixed number of statements.
 */
@ApplicationScoped
class Directory {
    /** Most agencies that a search shows. */
    static final int FOUND = 50;

    private static final String NODE =
            """
            select c.id, c.code, c.name, c.kind, p.name,
              (select count(*) from membership m join agency d on d.id = m.agency_id
               where d.path like concat(c.path, '%') and m.kind = 'MAIN'
                 and m.valid_from <= ?1 and (m.valid_to is null or m.valid_to > ?1)),
              (select count(*) from agency k where k.parent_id = c.id and k.dissolved_on is null)
            from agency c left join agency p on p.id = c.parent_id
            where c.dissolved_on is null and
            """;
    private static final String PERSON =
            """
            select e.id, e.code, e.full_name, e.person_class, e.leader, m.position, a.id, a.name
            """;

    @PersistenceContext
    EntityManager entities;

    List<AgencyNode> nodesAt(List<String> paths, LocalDate today) {
        var parameters = new Parameters(today);
        var places =
                paths.stream().map(path -> "c.path = " + parameters.add(path)).toList();
        return nodes(
                "(" + String.join(" or ", places) + ") order by c.depth, c.name_key, c.id",
                parameters,
                Integer.MAX_VALUE);
    }

    List<AgencyNode> children(long parentId, LocalDate today) {
        var parameters = new Parameters(today);
        return nodes(
                "c.parent_id = " + parameters.add(parentId) + " order by c.name_key, c.id",
                parameters,
                Integer.MAX_VALUE);
    }

    List<AgencyNode> search(String text, List<String> scope, LocalDate today) {
        if (scope.isEmpty()) {
            return List.of();
        }
        var parameters = new Parameters(today);
        var words = VietnameseText.words(text).stream()
                .map(word -> "c.name_folded like " + parameters.add("%" + literal(word) + "%"))
                .toList();
        var code = "c.code = " + parameters.add(VietnameseText.clean(text));
        return nodes(
                within("c", scope, parameters) + " and (" + code
                        + (words.isEmpty() ? "" : " or " + String.join(" and ", words))
                        + ") order by c.depth, c.name_key, c.id",
                parameters,
                FOUND);
    }

    /** Main posts in a subtree on a day. */
    long people(String path, LocalDate today) {
        return ((Number) entities.createNativeQuery(
                                """
                                select count(*) from membership m join agency d on d.id = m.agency_id
                                where d.path like ?2 and m.kind = 'MAIN'
                                  and m.valid_from <= ?1 and (m.valid_to is null or m.valid_to > ?1)
                                """)
                        .setParameter(1, today)
                        .setParameter(2, path + "%")
                        .getSingleResult())
                .longValue();
    }

    long countPeople(PeopleQuestion question, List<String> scope, LocalDate today) {
        if (scope.isEmpty()) {
            return 0;
        }
        var parameters = new Parameters(today);
        var query = entities.createNativeQuery("select count(*) " + from(question, scope, parameters));
        return ((Number) parameters.in(query).getSingleResult()).longValue();
    }

    @SuppressWarnings("unchecked")
    List<PersonListed> people(PeopleQuestion question, List<String> scope, LocalDate today, int offset, int size) {
        if (scope.isEmpty()) {
            return List.of();
        }
        var parameters = new Parameters(today);
        var query =
                entities.createNativeQuery(PERSON + from(question, scope, parameters) + " order by e.name_key, e.id");
        var rows = (List<Object[]>)
                parameters.in(query).setFirstResult(offset).setMaxResults(size).getResultList();
        return rows.stream()
                .map(row -> new PersonListed(
                        number(row[0]),
                        (String) row[1],
                        (String) row[2],
                        PersonClass.valueOf((String) row[3]),
                        row[4] instanceof Boolean leader ? leader : number(row[4]) == 1,
                        (String) row[5],
                        number(row[6]),
                        (String) row[7]))
                .toList();
    }

    private static String from(PeopleQuestion question, List<String> scope, Parameters parameters) {
        var where = new ArrayList<String>();
        where.add(within("a", scope, parameters));
        if (question.personClass() != null) {
            where.add(
                    "e.person_class = " + parameters.add(question.personClass().name()));
        }
        if (question.text().chars().anyMatch(Character::isDigit)) {
            where.add("e.code like " + parameters.add(literal(VietnameseText.clean(question.text())) + "%"));
        } else {
            for (var word : VietnameseText.words(question.text())) {
                where.add("exists (select 1 from employee_word w where w.employee_id = e.id and w.word like "
                        + parameters.add(literal(word) + "%") + ")");
            }
        }
        where.add(
                question.left()
                        ? "e.left_on <= ?1 and m.valid_to = e.left_on"
                        : "m.valid_from <= ?1 and (m.valid_to is null or m.valid_to > ?1)");
        return "from employee e join membership m on m.employee_id = e.id and m.kind = 'MAIN' "
                + "join agency a on a.id = m.agency_id where " + String.join(" and ", where);
    }

    /** Without the paths that lie below another one. */
    static List<String> tops(List<String> paths) {
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> !other.equals(path) && path.startsWith(other)))
                .distinct()
                .toList();
    }

    private static String within(String alias, List<String> scope, Parameters parameters) {
        var paths = scope.stream()
                .map(path -> alias + ".path like " + parameters.add(path + "%"))
                .toList();
        return "(" + String.join(" or ", paths) + ")";
    }

    /** What was typed means itself: % and _ stand for nothing else. */
    private static String literal(String typed) {
        return typed.replace("%", "").replace("_", "");
    }

    @SuppressWarnings("unchecked")
    private List<AgencyNode> nodes(String condition, Parameters parameters, int most) {
        var rows = (List<Object[]>) parameters
                .in(entities.createNativeQuery(NODE + condition))
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new AgencyNode(
                        number(row[0]),
                        row[1] == null ? "" : (String) row[1],
                        (String) row[2],
                        AgencyKind.valueOf((String) row[3]),
                        row[4] == null ? "" : (String) row[4],
                        number(row[5]),
                        number(row[6]) > 0))
                .toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Values of a statement in the making; ?1 is today. */
    private static final class Parameters {
        private final List<Object> values = new ArrayList<>();

        Parameters(LocalDate today) {
            values.add(today);
        }

        String add(Object value) {
            values.add(value);
            return "?" + values.size();
        }

        Query in(Query query) {
            for (var index = 0; index < values.size(); index++) {
                query.setParameter(index + 1, values.get(index));
            }
            return query;
        }
    }
}
