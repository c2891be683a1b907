package vn.camket.campaign;

/** Which people of an audience rule are meant, by whether they lead. */
public enum Leaders {
    ANY,
    LEADERS,
    OTHERS;

    /** Whether a person with this flag is meant. */
    boolean includes(boolean leader) {
        return switch (this) {
            case ANY -> true;
            case LEADERS -> leader;
            case OTHERS -> !leader;
        };
    }
}
