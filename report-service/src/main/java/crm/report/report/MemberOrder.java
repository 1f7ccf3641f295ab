package crm.report.report;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which order members stand by nature: stages as pipelines have them, hours and days of the week as they pass. */
final class MemberOrder {

    private static final String STAGES =
            "SELECT stage_id, min(stage_order) AS place FROM stages WHERE stage_id IS NOT NULL GROUP BY stage_id";

    private final Map<String, Long> stages = new HashMap<>();

    MemberOrder(Snapshot snapshot, List<String> dimensions) {
        if (dimensions.contains("stage")) {
            snapshot.query(Sql.of(STAGES))
                    .forEach(row -> stages.put(Objects.requireNonNull(row.text("stage_id")), row.whole("place")));
        }
    }

    static boolean isNatural(String dimension) {
        return switch (dimension) {
            case "stage", "hour", "weekday", "ageBand" -> true;
            default -> false;
        };
    }

    /** Members of a dimension that stand in an order of their own; what has no place comes last. */
    Comparator<String> of(String dimension) {
        return dimension.equals("stage")
                ? Comparator.<String>comparingLong(member -> stages.getOrDefault(member, Long.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder())
                : Comparator.<String>comparingLong(MemberOrder::leadingNumber).thenComparing(Comparator.naturalOrder());
    }

    private static long leadingNumber(String member) {
        String digits = member.replaceFirst("^(\\d{0,9}).*$", "$1");
        return digits.isEmpty() ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
