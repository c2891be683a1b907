package vn.camket.quiz;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import vn.camket.testing.Application;
import vn.camket.testing.Person;

/** An attempt of a person's first step, laid into the database for one test. */
record SampleAttempt(long id) {
    private static final AtomicInteger NUMBERS = new AtomicInteger(500);

    /** @param secondsLeft until its deadline; negative when that has passed */
    static SampleAttempt of(Person person, int secondsLeft) {
        var database = Application.database();
        var now = LocalDateTime.now(ZoneOffset.UTC);
        var number = NUMBERS.incrementAndGet();
        var enrolment = database.number(
                """
                select max(e.id) from enrolment e join account a on a.employee_id = e.employee_id
                join campaign c on c.id = e.campaign_id where a.user_name = ? and c.closed_at is null
                """,
                person.userName());
        var step = database.number(
                "select min(s.id) from step s join enrolment e on e.campaign_id = s.campaign_id where e.id = ?",
                enrolment);
        var paper = database.number(
                "select max(p.id) from paper p join step s on s.subject_id = p.module_id where s.id = ? and p.number = 1",
                step);
        database.change(
                """
                insert into attempt (enrolment_id, step_id, paper_id, number, seed, started_at, deadline_at, max_score)
                values (?, ?, ?, ?, 7, ?, ?, 10)
                """,
                enrolment,
                step,
                paper,
                number,
                now.minusMinutes(20),
                now.plusSeconds(secondsLeft));
        var id = database.number("select id from attempt where enrolment_id = ? and number = ?", enrolment, number);
        database.change(
                """
                insert into attempt_slot (attempt_id, slot, question_version_id, option_order)
                select ?, q.position, q.question_version_id, '1,2' from paper_question q where q.paper_id = ?
                """,
                id,
                paper);
        return new SampleAttempt(id);
    }

    String answer(int slot, int option, long sequence) {
        return "{\"attempt\":%d,\"slot\":%d,\"response\":[%d],\"sequence\":%d}".formatted(id, slot, option, sequence);
    }

    /** The answer of the highest sequence. */
    String saved(int slot) {
        return Application.database()
                .text(
                        "select response from attempt_answer where attempt_id = ? and slot = ? order by sequence desc",
                        id,
                        slot);
    }
}
