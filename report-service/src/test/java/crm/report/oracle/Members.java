package crm.report.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which member of each dimension a counted row belongs to. */
record Members(Map<String, String> byDimension) {

    static final String NONE = "(none)";

    static Members none() {
        return new Members(new HashMap<>());
    }

    Members with(String dimension, @Nullable String member) {
        byDimension.put(dimension, member == null ? NONE : member);
        return this;
    }

    String of(String dimension) {
        String member = byDimension.get(dimension);
        if (member == null) {
            throw new IllegalStateException("no " + dimension + " among " + byDimension.keySet());
        }
        return member;
    }

    List<String> of(List<String> dimensions) {
        return dimensions.stream().map(this::of).toList();
    }
}
