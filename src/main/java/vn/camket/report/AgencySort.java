package vn.camket.report;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Order of the table of sub-agencies; who needs attention stands first unless asked otherwise. */
public enum AgencySort {
    RATE(Comparator.comparing(AgencyRow::whole, Tally::byRate)),
    NAME((left, right) -> 0),
    OVERDUE(Comparator.comparingLong(AgencyRow::overdue).reversed());

    private final Comparator<AgencyRow> order;

    AgencySort(Comparator<AgencyRow> order) {
        this.order = order;
    }

    /** Compares two lines; lines that are equal keep the order of names in which they were read. */
    public Comparator<AgencyRow> comparator() {
        return order;
    }

    /** @param asked text of the address as it came; anything unknown is the default */
    public static AgencySort of(@Nullable String asked) {
        return Asked.constant(AgencySort.class, asked, RATE);
    }

    /** Its word in an address. */
    public String word() {
        return Asked.word(this);
    }
}
