package vn.camket.quiz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.camket.platform.NotFound;

/**
 * In which order one attempt shows the options of one question. Kept with the attempt, so that resuming, reviewing and
 * marking see the same.
 *
 * @param positions the author's positions, first shown first
 */
public record OptionOrder(List<Integer> positions) {
    public OptionOrder {
        positions = List.copyOf(positions);
    }

    /** The order that follows from an attempt's seed and the slot's number: the same again for the same two. */
    static OptionOrder shuffled(long seed, int slot, QuestionKind kind, Collection<Integer> positions) {
        var order = new ArrayList<>(positions);
        if (kind != QuestionKind.TRUE_FALSE) {
            Collections.shuffle(order, new Random(seed + slot * 0x9E3779B97F4A7C15L));
        }
        return new OptionOrder(order);
    }

    static OptionOrder parse(String stored) {
        return new OptionOrder(numbers(stored));
    }

    String stored() {
        return join(positions);
    }

    /**
     * The author's positions of options chosen as shown.
     *
     * @param shown numbers on the screen, from 1
     * @throws NotFound if one is not on the screen
     */
    String response(Collection<Integer> shown) {
        var chosen = new TreeSet<Integer>();
        for (var number : shown) {
            if (number < 1 || number > positions.size()) {
                throw new NotFound();
            }
            chosen.add(positions.get(number - 1));
        }
        return join(chosen);
    }

    static Set<Integer> chosen(String response) {
        return new TreeSet<>(numbers(response));
    }

    private static List<Integer> numbers(String stored) {
        return stored.isEmpty()
                ? List.of()
                : Arrays.stream(stored.split(",")).map(Integer::valueOf).toList();
    }

    private static String join(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
