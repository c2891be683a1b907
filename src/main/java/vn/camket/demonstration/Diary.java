package vn.camket.demonstration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.camket.campaign.StepKind;
import vn.camket.platform.Vietnam;

/** Puts a person's plan into working hours: one step takes half a day at most. */
final class Diary {
    private static final int LESSONS = 5;
    private static final LocalTime MORNING = LocalTime.of(7, 45);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final int FIRST_PASSES = 80;

    private final Random chance;
    private final LocalDate opensOn;

    Diary(Random chance, LocalDate opensOn) {
        this.chance = chance;
        this.opensOn = opensOn;
    }

    /** @param steps those that concern the person, in order */
    List<Visit> visits(List<Round.Planned> steps, Pace.Plan plan) {
        var halves = halves(plan);
        var visits = new ArrayList<Visit>();
        for (var index = 0; index < plan.met(); index++) {
            visits.add(met(steps.get(index), halves.get(index)));
        }
        if (plan.rest() != Pace.Rest.NOTHING) {
            visits.add(unfinished(steps.get(plan.met()), halves.get(plan.met()), plan.rest()));
        }
        return visits;
    }

    private List<Instant> halves(Pace.Plan plan) {
        var halves = new ArrayList<Instant>();
        for (var day = plan.last();
                day.isAfter(opensOn) && (!day.isBefore(plan.first()) || halves.size() < plan.visits());
                day = day.minusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                halves.add(at(day, AFTERNOON));
                halves.add(at(day, MORNING));
            }
        }
        Collections.shuffle(halves, chance);
        return halves.subList(0, plan.visits()).stream().sorted().toList();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return Vietnam.start(day).plusSeconds(time.toSecondOfDay() + seconds(0, 2400));
    }

    private int seconds(int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }

    private Visit met(Round.Planned step, Instant begun) {
        if (step.kind() == StepKind.PLEDGE) {
            return new Visit(step, begun, 0, null, List.of(), begun);
        }
        var studied = studied(begun);
        var sittings = new ArrayList<Visit.Sitting>();
        var from = studied.plusSeconds(seconds(120, 600));
        if (chance.nextInt(100) >= FIRST_PASSES) {
            sittings.add(sitting(from, 4 + chance.nextInt(4)));
            from = sittings.get(0).submittedAt().plusSeconds(seconds(600, 1200));
        }
        var passed = sitting(from, Visit.Sitting.PASS + chance.nextInt(3));
        sittings.add(passed);
        return new Visit(step, begun, LESSONS, studied, sittings, passed.submittedAt());
    }

    private Visit unfinished(Round.Planned step, Instant begun, Pace.Rest rest) {
        if (rest == Pace.Rest.FAILED_QUIZ) {
            var studied = studied(begun);
            var failed = sitting(studied.plusSeconds(seconds(120, 600)), 4 + chance.nextInt(4));
            return new Visit(step, begun, LESSONS, studied, List.of(failed), null);
        }
        return new Visit(step, begun, 1 + chance.nextInt(LESSONS - 2), null, List.of(), null);
    }

    private Instant studied(Instant begun) {
        return begun.plusSeconds((long) LESSONS * seconds(600, 1200));
    }

    private Visit.Sitting sitting(Instant from, int score) {
        return new Visit.Sitting(from, from.plusSeconds(seconds(370, 1000)), score);
    }
}
