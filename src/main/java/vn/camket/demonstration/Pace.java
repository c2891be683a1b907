package vn.camket.demonstration;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** How far people come and when: units differ, leaders go first, some have not begun. By one fixed chance. */
final class Pace {
    /** What a person left unfinished after the steps met. */
    enum Rest {
        NOTHING,
        SOME_LESSONS,
        FAILED_QUIZ
    }

    /**
     * One person's way.
     *
     * @param met how many of the person's steps, from the first
     * @param first day on which the person may have begun
     * @param last day of the latest act
     */
    record Plan(int met, Rest rest, LocalDate first, LocalDate last) {
        int visits() {
            return met + (rest == Rest.NOTHING ? 0 : 1);
        }
    }

    private static final Map<String, Double> KNOWN = Map.ofEntries(
            Map.entry("Mù Cả", 0.2),
            Map.entry("Tà Tổng", 0.24),
            Map.entry("Pa Ủ", 0.28),
            Map.entry("Thu Lũm", 0.33),
            Map.entry("Hua Bum", 0.36),
            Map.entry("Nậm Cuổi", 0.4),
            Map.entry("Than Uyên", 0.9),
            Map.entry("Tân Phong", 0.86),
            Map.entry("Tân Uyên", 0.84));
    private static final double LEADERS_MORE = 0.16;

    private final Random chance;
    private final double usual;
    private final LocalDate opensOn;
    private final LocalDate lastDay;
    private final boolean over;
    private final Map<Long, Double> rates = new HashMap<>();

    /**
     * @param usual share of people who are done in a usual unit, 0 to 1
     * @param lastDay latest day on which anybody did anything
     * @param over whether the round is over: those of the accounts file are done, and no unit lags behind
     */
    Pace(long seed, double usual, LocalDate opensOn, LocalDate lastDay, boolean over) {
        this.over = over;
        this.chance = new Random(seed);
        this.usual = usual;
        this.opensOn = opensOn;
        this.lastDay = lastDay;
    }

    Random chance() {
        return chance;
    }

    /** @param steps how many steps concern the person */
    Plan plan(Person person, int steps) {
        var last = lastDay.minusDays(leaning(person.leader()));
        var first = last.minusDays(6 + chance.nextInt(24));
        if (person.course() != null) {
            return switch (over ? Course.DONE : person.course()) {
                case NOTHING -> new Plan(0, Rest.NOTHING, first, last);
                case SECOND_MODULE -> new Plan(1, Rest.SOME_LESSONS, lastDay.minusDays(12), lastDay);
                case PLEDGE_LEFT -> new Plan(steps - 1, Rest.NOTHING, first, last);
                case DONE -> new Plan(steps, Rest.NOTHING, first, last);
            };
        }
        if (chance.nextDouble() < rate(person.unit()) + (person.leader() ? LEADERS_MORE : 0)) {
            return new Plan(steps, Rest.NOTHING, first, last);
        }
        var way = chance.nextDouble();
        if (way < 0.24) {
            return new Plan(0, Rest.NOTHING, first, last);
        }
        var met = way < 0.38 ? 0 : 1 + (int) (Math.pow(chance.nextDouble(), 1.3) * (steps - 1));
        var idle = met == steps - 1 || (met > 0 && chance.nextInt(100) < 50);
        var rest = chance.nextInt(4) == 0 ? Rest.FAILED_QUIZ : Rest.SOME_LESSONS;
        return new Plan(met, idle ? Rest.NOTHING : rest, first, last);
    }

    /** Days between a person's last act and the last day; leaders finished earlier. */
    private int leaning(boolean leader) {
        var days = (int) (lastDay.toEpochDay() - opensOn.toEpochDay()) - 9;
        var middle = (chance.nextDouble() + chance.nextDouble()) / 2;
        return (int) (days * (leader ? 0.25 + 0.75 * middle : 0.9 * middle));
    }

    private double rate(Unit unit) {
        return rates.computeIfAbsent(unit.id(), id -> {
            var drawn = Math.max(0.3, Math.min(0.93, usual + chance.nextGaussian() * 0.12));
            var known = unit.isCommune() ? KNOWN.get(unit.place()) : null;
            return known == null || over ? drawn : known;
        });
    }
}
