package crm.engine.answer;

import crm.engine.model.Dimension;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeAxis;
import crm.engine.sql.Statement;
import crm.engine.store.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All raw numbers of an answer, gathered from the rows of its statements. */
final class Cells {

    private final List<String> aliases;
    private final List<TimeAxis.Bucket> buckets;
    private final Map<Object, Integer> bucketByKey = new HashMap<>();
    private final Map<CellKey, Cell> cells = new HashMap<>();

    Cells(MetricQuery query) {
        this.aliases = query.groupBy().stream().map(Dimension::alias).toList();
        this.buckets = query.hasSeries() ? query.axis().buckets() : List.of();
        for (int index = 0; index < buckets.size(); index++) {
            bucketByKey.putIfAbsent(buckets.get(index).key(), index);
        }
    }

    List<TimeAxis.Bucket> buckets() {
        return buckets;
    }

    Cell at(CellKey key) {
        return cells.getOrDefault(key, new Cell());
    }

    /** Every combination of members that something was found for. */
    Set<List<String>> groups() {
        Set<List<String>> groups = new LinkedHashSet<>();
        cells.keySet().stream()
                .map(CellKey::members)
                .filter(members -> !members.isEmpty())
                .forEach(groups::add);
        return groups;
    }

    void read(Statement statement, List<Row> rows) {
        switch (statement.kind()) {
            case VALUES -> rows.forEach(this::values);
            case CHANGES -> running(rows, Running.SUM);
            case PASSAGES -> running(rows, Running.PRESENCE);
        }
    }

    private void values(Row row) {
        Cell cell = cells.computeIfAbsent(new CellKey(bucketOf(row), membersOf(row)), key -> new Cell());
        row.values().forEach((column, value) -> {
            if (isNumber(column)) {
                cell.put(column, row.decimal(column));
            }
        });
    }

    /** Turns what changes in some buckets into what holds in all of them. */
    private void running(List<Row> rows, Running running) {
        Map<List<String>, Map<String, TreeMap<Integer, BigDecimal>>> changes = new HashMap<>();
        for (Row row : rows) {
            Map<String, TreeMap<Integer, BigDecimal>> columns =
                    changes.computeIfAbsent(membersOf(row), members -> new HashMap<>());
            int bucket = java.util.Objects.requireNonNull(bucketOf(row), "a change belongs to a bucket");
            row.values().keySet().stream().filter(this::isNumber).forEach(column -> {
                BigDecimal number = row.decimal(column);
                columns.computeIfAbsent(column, name -> new TreeMap<>())
                        .merge(bucket, number == null ? BigDecimal.ZERO : number, BigDecimal::add);
            });
        }
        changes.forEach(
                (members, columns) -> running.levels(columns, buckets.size()).forEach((column, levels) -> {
                    for (int index = 0; index < levels.size(); index++) {
                        cells.computeIfAbsent(new CellKey(index, members), key -> new Cell())
                                .put(column, levels.get(index));
                    }
                }));
    }

    private boolean isNumber(String column) {
        return !column.equals("bucket") && !aliases.contains(column);
    }

    private @Nullable Integer bucketOf(Row row) {
        Object key = row.values().get("bucket");
        if (key == null) {
            return null;
        }
        Integer index = bucketByKey.get(key);
        if (index == null) {
            throw new IllegalStateException("no bucket " + key + " on the axis");
        }
        return index;
    }

    private List<String> membersOf(Row row) {
        List<String> members = new ArrayList<>();
        for (String alias : aliases) {
            String member = row.text(alias);
            if (member == null) {
                return List.of();
            }
            members.add(member);
        }
        return members;
    }
}
