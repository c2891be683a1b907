package vn.camket.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Lessons of finished studies, and questions and answers of attempts, written by the database set by set. The answers add
 * up to the score of each attempt. Of people without an account every sixth has them, enough for the statistics of
 * questions: all together would be more than a hundred thousand rows, and half of the first start.
 */
final class Answers {
    static final int QUESTIONS = 10;
    private static final int ORDERS = 3;
    private static final String TOLD =
            """
             join enrolment e on e.id = %s.enrolment_id
            where (mod(e.employee_id, 6) = 0 or exists (select 1 from account c where c.employee_id = e.employee_id))
            and\s""";

    private record Asked(long paper, int position, long question, boolean fixed, List<Integer> right, int options) {
        String rightResponse() {
            return joined(right);
        }

        /** Wrong by one: another option, or one of several right ones alone. */
        String wrongResponse() {
            return right.size() > 1 ? joined(right.subList(0, 1)) : String.valueOf(right.get(0) % options + 1);
        }

        String order(Random chance) {
            var order = new ArrayList<Integer>();
            for (var position = 1; position <= options; position++) {
                order.add(position);
            }
            if (!fixed) {
                Collections.shuffle(order, chance);
            }
            return joined(order);
        }

        private static String joined(List<Integer> numbers) {
            return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    private final Connection connection;
    private final Round round;
    private final Random chance = new Random(7);

    Answers(Connection connection, Round round) {
        this.connection = connection;
        this.round = round;
    }

    void write() throws SQLException {
        execute(
                """
                insert into lesson_progress (study_id, lesson_id, sequence, position, seconds, saved_at, done_at)
                select s.id, l.id, 6, 1000, floor(timestampdiff(second, s.begun_at, s.finished_at) / 5),
                  timestampadd(second, l.position * floor(timestampdiff(second, s.begun_at, s.finished_at) / 5), s.begun_at),
                  timestampadd(second, l.position * floor(timestampdiff(second, s.begun_at, s.finished_at) / 5), s.begun_at)
                from study s
                join lesson l on l.module_version_id = s.module_version_id
                %s e.campaign_id = %d and s.finished_at is not null
                """
                        .formatted(TOLD.formatted("s"), round.id()));
        for (var asked : asked()) {
            write(asked);
        }
    }

    /** Text put into the statements is made of numbers and commas only. */
    private void write(Asked asked) throws SQLException {
        var slot = "mod(a.seed + " + asked.position() + ", " + QUESTIONS + ") + 1";
        var orders = new StringBuilder("case mod(a.seed, " + ORDERS + ")");
        for (var variant = 0; variant < ORDERS; variant++) {
            orders.append(" when " + variant + " then '" + asked.order(chance) + "'");
        }
        execute("insert into attempt_slot (attempt_id, slot, question_version_id, option_order) select a.id, " + slot
                + ", " + asked.question() + ", " + orders + " end from attempt a"
                + TOLD.formatted("a") + "a.paper_id = " + asked.paper());
        execute("insert into attempt_answer (attempt_id, slot, sequence, response, saved_at) select a.id, " + slot
                + ", 1, case when mod(a.seed + " + asked.position() + ", " + QUESTIONS
                + ") < a.max_score - a.score then '"
                + asked.wrongResponse() + "' else '" + asked.rightResponse()
                + "' end, timestampadd(second, 36 * (" + slot + "), a.started_at) from attempt a"
                + TOLD.formatted("a") + "a.paper_id = " + asked.paper());
    }

    private List<Asked> asked() throws SQLException {
        var asked = new ArrayList<Asked>();
        try (var query = connection.createStatement();
                var result = query.executeQuery(
                        """
                        select pq.paper_id, pq.position, v.id, v.kind, o.position, o.correct
                        from paper_question pq
                        join question_version v on v.id = pq.question_version_id
                        join question_option o on o.question_version_id = v.id
                        order by pq.paper_id, pq.position, o.position
                        """)) {
            while (result.next()) {
                if (result.getInt(5) == 1) {
                    asked.add(new Asked(
                            result.getLong(1),
                            result.getInt(2),
                            result.getLong(3),
                            result.getString(4).equals("TRUE_FALSE"),
                            new ArrayList<>(),
                            0));
                }
                var last = asked.remove(asked.size() - 1);
                if (result.getBoolean(6)) {
                    last.right().add(result.getInt(5));
                }
                asked.add(new Asked(
                        last.paper(), last.position(), last.question(), last.fixed(), last.right(), result.getInt(5)));
            }
        }
        return asked;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
