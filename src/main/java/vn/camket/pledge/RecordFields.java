package vn.camket.pledge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields of a stored record, read by name and kind; a missing one means that the record is not one of ours. */
record RecordFields(Map<String, @Nullable Object> fields) {
    String text(String name) {
        return (String) value(name);
    }

    @Nullable
    String maybe(String name) {
        return (String) fields.get(name);
    }

    long number(String name) {
        return (Long) value(name);
    }

    RecordFields part(String name) {
        return of(value(name));
    }

    List<RecordFields> parts(String name) {
        return ((List<?>) value(name)).stream().map(RecordFields::of).toList();
    }

    /** Empty if there is no such field. */
    List<RecordFields> maybeParts(String name) {
        return fields.get(name) == null ? List.of() : parts(name);
    }

    List<String> texts(String name) {
        return ((List<?>) value(name)).stream().map(String.class::cast).toList();
    }

    private Object value(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static RecordFields of(Object part) {
        return new RecordFields((Map<String, @Nullable Object>) part);
    }
}
