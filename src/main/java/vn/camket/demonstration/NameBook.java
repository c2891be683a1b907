package vn.camket.demonstration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Plausible names of the peoples of the province, never the same twice while there is a choice. */
final class NameBook {
    private record Parts(List<String> families, List<String> middles, List<String> givens) {
        String draw(Random chance) {
            return pick(families, chance) + " " + pick(middles, chance) + " " + pick(givens, chance);
        }
    }

    private static final List<String> PROVINCE =
            List.of("Kinh", "Kinh", "Kinh", "Kinh", "Kinh", "Thái", "Thái", "Thái", "Mông", "Dao", "Lự", "Hà Nhì");

    private final Map<String, Parts> parts = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Random chance;

    NameBook(Random chance) {
        this.chance = chance;
        for (var row : Table.read("names")) {
            parts.put(
                    Table.get(row, "people") + Table.get(row, "sex"),
                    new Parts(words(row, "families"), words(row, "middles"), words(row, "givens")));
        }
        for (var row : Table.read("places")) {
            places.put(Table.get(row, "place"), Table.get(row, "names"));
        }
    }

    private static List<String> words(Map<String, String> row, String column) {
        var words = new ArrayList<String>();
        for (var word : Table.get(row, column).split(" ")) {
            words.add(word.replace('_', ' '));
        }
        return words;
    }

    private static String pick(List<String> words, Random chance) {
        return words.get(chance.nextInt(words.size()));
    }

    /** Keeps a name for a person of the accounts file. */
    void reserve(String name) {
        used.add(name);
    }

    /** A name for somebody who works in this place. */
    String draw(String place) {
        var local = places.get(place);
        var people = local != null && chance.nextInt(100) < 55 ? local : pick(PROVINCE, chance);
        var drawing = java.util.Objects.requireNonNull(parts.get(people + (chance.nextInt(100) < 52 ? "M" : "F")));
        var name = drawing.draw(chance);
        for (var attempt = 0; attempt < 5 && !used.add(name); attempt++) {
            name = drawing.draw(chance);
        }
        used.add(name);
        return name;
    }
}
