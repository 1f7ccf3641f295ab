package crm.report.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One version of a record, and since when it was so. */
record Version(Instant at, boolean deleted, Map<String, Object> fields) {

    @Nullable
    String text(String name) {
        return (String) fields.get(name);
    }

    String textOr(String name, String otherwise) {
        String found = text(name);
        return found == null ? otherwise : found;
    }

    @Nullable
    Instant moment(String name) {
        return (Instant) fields.get(name);
    }

    Instant needed(String name) {
        return (Instant) java.util.Objects.requireNonNull(fields.get(name), name);
    }

    @Nullable
    BigDecimal number(String name) {
        return (BigDecimal) fields.get(name);
    }

    double amountOf(String name) {
        BigDecimal found = number(name);
        return found == null ? 0 : found.doubleValue();
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> objects(String name) {
        return (List<Map<String, Object>>) fields.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String name, List<String> otherwise) {
        return (List<String>) fields.getOrDefault(name, otherwise);
    }
}
