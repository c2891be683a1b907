package vn.camket.pledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An entry that counts.
 *
 * @param former what it said before it was corrected, the latest first
 */
public record ThreadNote(ThreadEntry entry, List<ThreadEntry> former) {
    /** Those that count among all of a pledge, in the order of their days. */
    static List<ThreadNote> of(List<ThreadEntry> all) {
        var byId = new HashMap<Long, ThreadEntry>();
        all.forEach(entry -> byId.put(entry.id(), entry));
        var replaced =
                all.stream().flatMap(entry -> entry.replacesId().stream()).collect(Collectors.toSet());
        var notes = new ArrayList<ThreadNote>();
        for (var entry : all) {
            if (replaced.contains(entry.id()) || entry.isTakenBack()) {
                continue;
            }
            var former = new ArrayList<ThreadEntry>();
            var next = entry.replacesId();
            while (next.isPresent()) {
                var before = Objects.requireNonNull(byId.get(next.get()));
                former.add(before);
                next = before.replacesId();
            }
            notes.add(new ThreadNote(entry, List.copyOf(former)));
        }
        notes.sort(Comparator.comparing((ThreadNote note) -> note.entry().doneOn())
                .thenComparing(note -> note.entry().id()));
        return List.copyOf(notes);
    }

    public long id() {
        return entry.id();
    }
}
