package vn.camket.report;

import org.jspecify.annotations.Nullable;

/** Order of a list of people, as SQL over the aliases of {@link People}; never text from a request. */
public enum PeopleSort {
    /** Vietnamese order of names: given name, family name, middle names. */
    NAME("e.name_key, e.id"),
    NAME_DOWN("e.name_key desc, e.id desc"),
    AGENCY("a.name_key, e.name_key, e.id"),
    AGENCY_DOWN("a.name_key desc, e.name_key, e.id"),
    /** Who is late longest first. */
    DUE("next_due, e.name_key, e.id"),
    DUE_DOWN("next_due desc, e.name_key, e.id");

    private final String sql;

    PeopleSort(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** @param asked text of the address as it came; anything unknown is the default */
    public static PeopleSort of(@Nullable String asked) {
        return Asked.constant(PeopleSort.class, asked, NAME);
    }

    /** Its word in an address. */
    public String word() {
        return Asked.word(this);
    }

    /** The same column the other way round. */
    public PeopleSort turned() {
        return switch (this) {
            case NAME -> NAME_DOWN;
            case NAME_DOWN -> NAME;
            case AGENCY -> AGENCY_DOWN;
            case AGENCY_DOWN -> AGENCY;
            case DUE -> DUE_DOWN;
            case DUE_DOWN -> DUE;
        };
    }

    public boolean isDown() {
        return this == NAME_DOWN || this == AGENCY_DOWN || this == DUE_DOWN;
    }
}
