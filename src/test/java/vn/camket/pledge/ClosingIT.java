package vn.camket.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.camket.testing.Application;
import vn.camket.testing.Database;
import vn.camket.testing.Http;
import vn.camket.testing.Person;
import vn.camket.testing.Signer;

/** A campaign is closed while somebody signs: whoever comes second waits for the first, and nothing is signed afterwards. */
class ClosingIT {
    private final Database database = Application.database();
    private Signer signer;
    private long campaign;
    private long step;
    private long enrolment;

    /** A campaign of this test's own, with one person and one step. */
    @BeforeEach
    void open() {
        signer = Signer.fresh();
        database.change(
                """
                insert into campaign (agency_id, name, cycle_name, opens_on, closes_on, created_at, opened_at)
                select c.agency_id, 'Đợt thử đóng', ?, c.opens_on, c.closes_on, c.created_at, c.opened_at
                from campaign c join enrolment e on e.campaign_id = c.id where e.id = ?
                """,
                UUID.randomUUID().toString(),
                signer.enrolment());
        campaign = database.number("select max(id) from campaign");
        database.change(
                "insert into step (campaign_id, position, kind, subject_id, title, due_on) select ?, 1, kind, subject_id, title, due_on from step where id = ?",
                campaign,
                signer.step());
        step = database.number("select id from step where campaign_id = ?", campaign);
        database.change(
                """
                insert into enrolment (campaign_id, employee_id, agency_id, name_key, leader, policy_maker, due_on, state, enrolled_at)
                select ?, employee_id, agency_id, name_key, leader, policy_maker, due_on, state, enrolled_at
                from enrolment where id = ?
                """,
                campaign,
                signer.enrolment());
        enrolment = database.number("select id from enrolment where campaign_id = ?", campaign);
    }

    @AfterEach
    void takeAway() {
        database.change("delete from enrolment where campaign_id = ?", campaign);
        database.change("delete from step where campaign_id = ?", campaign);
        database.change("delete from campaign where id = ?", campaign);
    }

    @Test
    void aSignatureThatWasBegunBeforeTheClosingIsNotMadeAfterIt() {
        var page = "/pledge/sign.xhtml?enrolment=" + enrolment + "&step=" + step;
        var form = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "words",
                Signer.words(signer.http(), page),
                "consent",
                "true",
                "password",
                Signer.PASSWORD);

        var answer = whileHeld(
                () -> signer.http().post(page, form),
                () -> database.change("update campaign set closed_at = ? where id = ?", Instant.now(), campaign));

        assertThat(answer.body()).contains("Đợt này chỉ nhận bản cam kết đến hết");
        assertThat(database.number("select count(*) from signature where enrolment_id = ?", enrolment))
                .isZero();
    }

    @Test
    void theClosingWaitsForWhoeverIsSigning() {
        var administrator = Http.as(Person.CAMPAIGN_ADMINISTRATOR);
        var page = administrator.get("/campaign/close.xhtml?campaign=" + campaign);

        whileHeld(() -> administrator.submit(page, "close", "close:submit", Map.of()), () -> assertThat(closed())
                .isZero());

        assertThat(closed()).isEqualTo(1);
    }

    private long closed() {
        return database.number("select count(*) from campaign where id = ? and closed_at is not null", campaign);
    }

    /** Sends a request while another transaction holds the row of the enrolment, as an act does. @return its answer after that */
    private Http.Answer whileHeld(Supplier<Http.Answer> request, Runnable meanwhile) {
        var answer = database.inOneConnection(connection -> {
            hold(connection);
            var waiting = CompletableFuture.supplyAsync(request);
            assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)) // H2 lets nobody wait longer than two
                    .as("it waits for the row")
                    .isInstanceOf(TimeoutException.class);
            meanwhile.run();
            connection.rollback();
            return waiting;
        });
        return answer.join();
    }

    private void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement("select id from enrolment where id = ? for update")) {
            statement.setLong(1, enrolment);
            statement.executeQuery().close();
        }
    }
}
