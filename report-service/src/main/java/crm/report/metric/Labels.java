package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.query.Answer;
import crm.engine.query.MetricQuery;
import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.Row;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the members of an answer's groups are called. */
final class Labels {

    private final Map<Dimension, Map<String, String>> names = new HashMap<>();

    private Labels() {}

    /** Looks the names up of those members that the answer shows. */
    static Labels of(Snapshot snapshot, MetricQuery query, Answer answer) {
        Labels labels = new Labels();
        for (int index = 0; index < query.groupBy().size(); index++) {
            Dimension dimension = query.groupBy().get(index);
            int place = index;
            List<String> members = answer.groups().stream()
                    .map(group -> group.members().get(place))
                    .distinct()
                    .toList();
            Dimension.Labels source = dimension.labels();
            if (source != null && !members.isEmpty()) {
                labels.names.put(dimension, names(snapshot, source, members));
            }
        }
        return labels;
    }

    /** The member's name, or the member itself where none is known. */
    String of(Dimension dimension, String member) {
        return names.getOrDefault(dimension, Map.of()).getOrDefault(member, member);
    }

    static Map<String, String> names(Snapshot snapshot, Dimension.Labels source, List<String> members) {
        String marks = String.join(", ", Collections.nCopies(members.size(), "?"));
        Sql sql = Sql.of(
                "SELECT %1$s AS member, min(%2$s) AS name FROM %3$s WHERE %1$s IN (%4$s) AND %2$s IS NOT NULL GROUP BY %1$s"
                        .formatted(source.key(), source.name(), source.table(), marks),
                members.toArray());
        Map<String, String> names = new HashMap<>();
        for (Row row : snapshot.query(sql)) {
            names.put(Objects.requireNonNull(row.text("member")), Objects.requireNonNull(row.text("name")));
        }
        return names;
    }
}
