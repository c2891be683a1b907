package vn.camket.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.camket.campaign.StepAudience;
import vn.camket.campaign.StepKind;
import vn.camket.platform.Vietnam;

class DiaryTest {
    private static final LocalDate OPENS = LocalDate.of(2026, 9, 29);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 23);

    private static List<Round.Planned> steps() {
        var steps = new ArrayList<Round.Planned>();
        for (var position = 1; position <= 6; position++) {
            var kind = position == 6 ? StepKind.PLEDGE : StepKind.MODULE;
            steps.add(new Round.Planned(
                    position, position, kind, position, position, "Bước", StepAudience.ALL, LAST.plusDays(7)));
        }
        return steps;
    }

    @Test
    void stepsFollowEachOtherInWorkingHoursAfterTheOpening() {
        var diary = new Diary(new Random(1), OPENS);

        for (var round = 0; round < 200; round++) {
            var plan = new Pace.Plan(6, Pace.Rest.NOTHING, LAST.minusDays(5), LAST);
            var visits = diary.visits(steps(), plan);

            assertThat(visits).hasSize(6);
            var before = Vietnam.start(OPENS);
            for (var visit : visits) {
                var met = java.util.Objects.requireNonNull(visit.metAt());
                assertThat(visit.begunAt()).isAfter(before).isBeforeOrEqualTo(met);
                assertThat(time(met)).isBetween(LocalTime.of(7, 45), LocalTime.of(17, 30));
                assertThat(met.atZone(Vietnam.ZONE).getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                before = met;
            }
        }
    }

    @Test
    void aModuleIsMetByAPassedQuizAfterAllLessons() {
        var plan = new Pace.Plan(1, Pace.Rest.FAILED_QUIZ, LAST.minusDays(5), LAST);

        var visits = new Diary(new Random(2), OPENS).visits(steps(), plan);

        assertThat(visits.get(0).sittings()).last().matches(Visit.Sitting::isPassed);
        assertThat(visits.get(1).metAt()).isNull();
        assertThat(visits.get(1).sittings()).noneMatch(Visit.Sitting::isPassed);
    }

    private static LocalTime time(Instant instant) {
        return LocalTime.ofInstant(instant, Vietnam.ZONE);
    }
}
