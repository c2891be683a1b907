package vn.camket.platform;

/**
 * A reason to say no. Each room has one enum of them; the message is the room's text {@code <room>.refusal.<NAME>} with
 * the details as {0}, {1}, ...
 */
public interface RefusalReason {
    String name();

    /** First part of the message key: the room's folder name. */
    default String room() {
        var words = getClass().getPackageName().split("\\.");
        return words[2];
    }

    default Refusal with(Object... details) {
        return new Refusal(this, details);
    }
}
