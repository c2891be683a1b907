package vn.camket.demonstration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.camket.identity.Passwords;
import vn.camket.platform.FirstLoad;
import vn.camket.platform.Settings;
import vn.camket.platform.Start;
import vn.camket.platform.Vietnam;

/** Makes the demonstration on an empty database, and names its accounts on the console at every start. */
@ApplicationScoped
class Demonstration {
    private static final String NAME = "demonstration";

    @Inject
    Settings settings;

    @Inject
    FirstLoad firstLoad;

    @Inject
    Passwords passwords;

    @Inject
    Welcome welcome;

    @Inject
    Clock clock;

    void load(@Observes @Priority(2000) Start.SchemaReady ready) {
        if (settings.demonstration()) {
            firstLoad.once(NAME, this::fill);
            welcome.announce();
        }
    }

    private void fill(Connection connection) throws SQLException {
        if (Round.single(connection, "select count(*) from agency") > 0) {
            return;
        }
        var now = clock.instant();
        var opensOn = Vietnam.today(clock).minusWeeks(Round.WEEKS_SINCE);
        var units = Units.write(connection);
        var people = Staff.write(connection, units);
        Keys.write(connection, people, units, passwords.hash(Keys.PASSWORD), now, opensOn);
        var planner = Round.single(connection, "select id from account where user_name = 'cuocvandong'");
        var lastYear = opensOn.minusYears(1);
        backdate(connection, Vietnam.start(lastYear.minusDays(30)));
        var past = Round.write(connection, units, lastYear, planner, true);
        Journeys.write(connection, past, people, new Pace(2025, 0.93, lastYear, past.closesOn(), true), false);
        var round = Round.write(connection, units, opensOn, planner, false);
        var yesterday = Vietnam.today(clock).minusDays(1);
        Journeys.write(connection, round, people, new Pace(2026, 0.55, opensOn, yesterday, false), true);
    }

    /** The starter content was published before anybody studied it. */
    private static void backdate(Connection connection, Instant published) throws SQLException {
        for (var table : List.of("module_version", "paper", "pledge_text")) {
            try (var update = connection.prepareStatement(
                    "update " + table + " set created_at = ?, published_at = ? where published_at is not null")) {
                var at = LocalDateTime.ofInstant(published, ZoneOffset.UTC);
                update.setObject(1, at);
                update.setObject(2, at);
                update.executeUpdate();
            }
        }
    }
}
