package vn.camket.demonstration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.camket.campaign.Enrolment;
import vn.camket.organization.PersonName;
import vn.camket.platform.Rows;

/** Enrols everybody in a round. */
final class Journeys {
    private Journeys() {}

    static void write(Connection connection, Round round, List<Person> people) throws SQLException {
        var tally = new Tally(round);
        try (var rows = new Rows(connection)) {
            var enrolments = rows.into(
                    "enrolment",
                    "id",
                    "campaign_id",
                    "employee_id",
                    "agency_id",
                    "name_key",
                    "leader",
                    "policy_maker",
                    "due_on",
                    "state",
                    "enrolled_at");
            for (var person : people) {
                enrolments.add(
                        enrolments.nextId(),
                        round.id(),
                        person.id(),
                        person.unit().id(),
                        PersonName.sortKey(person.name()),
                        person.leader(),
                        person.policyMaker(),
                        round.lastDue(),
                        Enrolment.State.ACTIVE,
                        round.openedAt());
                tally.require(person);
            }
            tally.write(rows);
        }
    }
}
