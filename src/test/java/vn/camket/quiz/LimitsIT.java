package vn.camket.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;

/** Attempts that are counted and spaced, taken by plain forms as in a browser without scripts. */
class LimitsIT {
    private final Database database = Application.database();

    @Test
    void attemptsAreSpacedAndCounted() {
        var row = database.rows(
                        """
                        select a.user_name, e.id as enrolment, s.id as step, s.subject_id as module from account a
                        join enrolment e on e.employee_id = a.employee_id join campaign c on c.id = e.campaign_id
                        join step s on s.campaign_id = c.id and s.kind = 'MODULE' and s.audience = 'ALL'
                        join study t on t.enrolment_id = e.id and t.step_id = s.id and t.finished_at is null
                        where c.opened_at is not null and c.closed_at is null and a.user_name like 'lc%' and e.state = 'ACTIVE'
                          and not exists (select 1 from attempt x where x.enrolment_id = e.id and x.step_id = s.id)
                        order by e.id, s.position
                        """)
                .get(0);
        var enrolment = row.get("enrolment");
        var step = row.get("step");
        var paper = database.text(
                "select max(id) from paper where module_id = ? and published_at is not null", row.get("module"));
        var rules = database.rows("select attempts_allowed, wait_minutes from paper where id = ?", paper)
                .get(0);
        database.change(
                "update study set finished_at = begun_at where enrolment_id = ? and step_id = ?", enrolment, step);
        database.change("update paper set attempts_allowed = 2, wait_minutes = 10 where id = ?", paper);
        var http = Http.anonymous();
        http.signIn((String) row.get("user_name"), "lai-chau-2026");
        var start = Map.of("enrolment", String.valueOf(enrolment), "step", String.valueOf(step));
        try {
            var failed = take(http, http.post("/quiz/start.xhtml", start), false);
            assertThat(failed.path()).startsWith("/quiz/result.xhtml?attempt=");

            var tooSoon = http.post("/quiz/start.xhtml", start);
            assertThat(tooSoon.path()).startsWith("/quiz/start.xhtml");
            assertThat(tooSoon.body()).contains("Có thể làm lại từ");
            database.change(
                    "update attempt set submitted_at = ? where enrolment_id = ? and step_id = ?",
                    Instant.now().minusSeconds(601),
                    enrolment,
                    step);

            take(http, http.post("/quiz/start.xhtml", start), false);
            assertThat(http.post("/quiz/start.xhtml", start).body()).contains("Đã dùng hết 2 lần làm");
            assertThat(database.number(
                            "select count(*) from attempt where enrolment_id = ? and step_id = ?", enrolment, step))
                    .isEqualTo(2);

            database.change("update paper set attempts_allowed = 3, wait_minutes = 0 where id = ?", paper);
            take(http, http.post("/quiz/start.xhtml", start), true);
            assertThat(database.number(
                            "select count(*) from attempt where enrolment_id = ? and step_id = ? and passed = true",
                            enrolment,
                            step))
                    .isEqualTo(1);
            assertThat(database.number(
                            "select count(*) from step_result where enrolment_id = ? and step_id = ?", enrolment, step))
                    .isEqualTo(1);
        } finally {
            database.change(
                    "update paper set attempts_allowed = ?, wait_minutes = ? where id = ?",
                    rules.get("attempts_allowed"),
                    rules.get("wait_minutes"),
                    paper);
        }
    }

    /** Answers slot by slot with the form's own buttons, looks over, submits. @return the result */
    private Http.Answer take(Http http, Http.Answer begun, boolean right) {
        assertThat(begun.path()).startsWith("/quiz/attempt.xhtml?attempt=");
        var attempt = begun.path().replaceAll("\\D*(\\d+).*", "$1");
        for (var slot : slots(attempt)) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("attempt", attempt);
            fields.put("slot", String.valueOf(slot.get("slot")));
            fields.put("was", "");
            fields.put("sequence", "");
            fields.put("choice", choice(slot, right));
            fields.put("act", "next");
            assertThat(http.post("/quiz/attempt.xhtml", fields).status()).isIn(200, 404);
        }
        assertThat(database.number("select count(distinct slot) from attempt_answer where attempt_id = ?", attempt))
                .isEqualTo(slots(attempt).size());
        return http.post("/quiz/review.xhtml", Map.of("attempt", attempt));
    }

    private List<Map<String, Object>> slots(String attempt) {
        return database.rows(
                "select slot, question_version_id, option_order from attempt_slot where attempt_id = ? order by slot",
                attempt);
    }

    /** Number on the screen of the first option that is right, or wrong. */
    private String choice(Map<String, Object> slot, boolean right) {
        var position = database.text(
                "select min(position) from question_option where question_version_id = ? and correct = ?",
                slot.get("question_version_id"),
                right);
        return String.valueOf(
                Arrays.asList(String.valueOf(slot.get("option_order")).split(","))
                                .indexOf(position)
                        + 1);
    }
}
