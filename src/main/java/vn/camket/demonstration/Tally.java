package vn.camket.demonstration;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.camket.platform.Rows;

/** Counts a round as completion would have counted it, fact by fact and day by day. */
final class Tally {
    static final long WHOLE = 0;
    private static final int CYCLE = 1;

    private record Place(long step, long agency) {}

    private static final class Count {
        private int required;
        private int started;
        private int done;
        private int late;

        void add(Count other) {
            required += other.required;
            started += other.started;
            done += other.done;
            late += other.late;
        }
    }

    private final Map<Place, TreeMap<LocalDate, Count>> days = new HashMap<>();
    private final Round round;

    Tally(Round round) {
        this.round = round;
    }

    private Count on(long step, long agency, LocalDate day) {
        return days.computeIfAbsent(new Place(step, agency), key -> new TreeMap<>())
                .computeIfAbsent(day, key -> new Count());
    }

    /** The person is enrolled: the whole and each step that concerns the person are required. */
    void require(Person person) {
        on(WHOLE, person.unit().id(), round.opensOn()).required++;
        for (var step : round.stepsOf(person)) {
            on(step.id(), person.unit().id(), round.opensOn()).required++;
        }
    }

    /** @param step {@link #WHOLE} for the first act at all */
    void start(Person person, long step, LocalDate day) {
        on(step, person.unit().id(), day).started++;
    }

    /** @param step {@link #WHOLE} for the last step of all */
    void finish(Person person, long step, LocalDate day, LocalDate dueOn) {
        var count = on(step, person.unit().id(), day);
        count.done++;
        count.late += day.isAfter(dueOn) ? 1 : 0;
    }

    void write(Rows rows) throws SQLException {
        var counts = rows.into(
                "completion_count",
                "campaign_id",
                "cycle",
                "step_id",
                "agency_id",
                "required",
                "started",
                "done",
                "late");
        var daily = rows.into(
                "completion_day",
                "campaign_id",
                "cycle",
                "step_id",
                "agency_id",
                "on_day",
                "required",
                "started",
                "done");
        for (var entry : days.entrySet()) {
            var place = entry.getKey();
            var sum = new Count();
            for (var day : entry.getValue().entrySet()) {
                sum.add(day.getValue());
                daily.add(
                        round.id(),
                        CYCLE,
                        place.step(),
                        place.agency(),
                        day.getKey(),
                        sum.required,
                        sum.started,
                        sum.done);
            }
            counts.add(round.id(), CYCLE, place.step(), place.agency(), sum.required, sum.started, sum.done, sum.late);
        }
    }
}
