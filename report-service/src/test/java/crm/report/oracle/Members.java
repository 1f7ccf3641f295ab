package crm.report.oracle;

import crm.engine.query.Attribution;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which member of each dimension a counted row belongs to. */
record Members(Map<String, String> byDimension) {

    private static final String TODAY = "@today";

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

    /** The member that it has today in a dimension that changes hands. */
    Members today(String dimension, @Nullable String member) {
        return with(dimension + TODAY, member);
    }

    String of(String dimension, Attribution attribution) {
        String today = byDimension.get(dimension + TODAY);
        return attribution == Attribution.CURRENT && today != null ? today : of(dimension);
    }

    List<String> of(List<String> dimensions, Attribution attribution) {
        return dimensions.stream().map(each -> of(each, attribution)).toList();
    }
}
