package crm.engine.sql;

import crm.engine.model.Aggregate;
import crm.engine.model.Measure;
import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An overlap: the things that share an instant with a period, each counted once. In a series the number in a bucket is
 * that of those entered so far, less those whose last bucket lies before, less those that came back into a bucket in
 * which they are counted already.
 */
final class OverlapSql implements SqlRenderer.Leveled {

    /** Columns of a statement of passages. */
    static final String ENTERED = "_entered";

    static final String ENDED = "_ended";
    static final String REPEATED = "_repeated";

    private final MetricQuery query;
    private final TimeSql time;
    private final Plan.Step step;
    private final Timing.Overlapping rows;
    private final DimensionSql dimensions;
    private final ConditionSql conditions;

    OverlapSql(MetricQuery query, TimeSql time, Plan.Step step, Timing.Overlapping rows, DimensionSql dimensions) {
        if (step.measures().stream().anyMatch(each -> !(each.aggregate() instanceof Aggregate.Count))) {
            throw new IllegalArgumentException("only a count can be made of an overlap");
        }
        this.query = query;
        this.time = time;
        this.step = step;
        this.rows = rows;
        this.dimensions = dimensions;
        this.conditions = new ConditionSql(time, rows.from());
    }

    @Override
    public Sql level() {
        List<Sql> selected = new ArrayList<>(dimensions.selected());
        for (Measure measure : step.measures()) {
            selected.add(counted("count(*)", measure).then(" AS " + measure.name()));
        }
        return SqlRenderer.select(
                        selected,
                        dimensions.from(),
                        firstOverlaps(rows, query.range().from(), query.range().to(), filters()))
                .then(SqlRenderer.grouping(dimensions.aliases(), false));
    }

    @Override
    public Sql changes() {
        List<Sql> selected = new ArrayList<>();
        selected.add(Sql.of("bucket"));
        dimensions.aliases().forEach(alias -> selected.add(Sql.of(alias)));
        for (Measure measure : step.measures()) {
            selected.add(counted("sum(entered)", measure).then(" AS " + measure.name() + ENTERED));
            selected.add(counted("sum(ended)", measure).then(" AS " + measure.name() + ENDED));
            selected.add(counted("sum(repeated)", measure).then(" AS " + measure.name() + REPEATED));
        }
        List<Sql> columns = SqlRenderer.columnsIn(selected);
        List<Sql> branches = rows.previousTo() == null
                ? List.of(entering(columns), ending(columns))
                : List.of(entering(columns), ending(columns), repeating(rows.previousTo(), columns));
        Sql passages = Sql.join("\nUNION ALL\n", branches);
        return SqlRenderer.select(selected, Sql.of("(").then(passages).then(") f"), List.of())
                .then(SqlRenderer.groupingByBucket(dimensions.aliases()));
    }

    @Override
    public Statement.Kind changeKind() {
        return Statement.Kind.PASSAGES;
    }

    /** What the first row of a thing that shares an instant with [from, to) meets. */
    static List<Sql> firstOverlaps(Timing.Overlapping rows, Instant from, Instant to, List<Sql> more) {
        List<Sql> where = new ArrayList<>(overlaps(rows, from, to));
        if (rows.previousTo() != null) {
            where.add(Sql.of("(f.%1$s IS NULL OR f.%1$s <= ?)".formatted(rows.previousTo()), from));
        }
        where.addAll(more);
        return where;
    }

    private static List<Sql> overlaps(Timing.Overlapping rows, Instant from, Instant to) {
        return List.of(
                Sql.of("f." + rows.from() + " < ?", to),
                Sql.of("(f.%1$s IS NULL OR f.%1$s > ? OR f.%2$s >= ?)".formatted(rows.to(), rows.from()), from, from));
    }

    private Sql entering(List<Sql> columns) {
        return passage(enteredBucket(), "1, 0, 0", columns, List.of());
    }

    private Sql ending(List<Sql> columns) {
        return passage(
                Sql.of(lastBucket(rows.to())),
                "0, 1, 0",
                columns,
                List.of(Sql.of("f." + rows.to() + " < ?", query.range().to())));
    }

    private Sql repeating(String previousTo, List<Sql> columns) {
        return passage(
                enteredBucket(),
                "0, 0, 1",
                columns,
                List.of(
                        Sql.of("f." + previousTo + " > ?", query.range().from()),
                        Sql.of(time.bucketOf("(f." + previousTo + " - INTERVAL 1 MICROSECOND)") + " = ")
                                .then(enteredBucket())));
    }

    private Sql enteredBucket() {
        return time.notBeforeTheFirst(time.bucket(rows.from()));
    }

    /** A row that ends where a bucket begins has its last instant in the bucket before. */
    private String lastBucket(String to) {
        return time.bucketOf("greatest(f." + to + " - INTERVAL 1 MICROSECOND, f." + rows.from() + ")");
    }

    private Sql passage(Sql bucket, String enteredEndedRepeated, List<Sql> columns, List<Sql> more) {
        String[] counts = enteredEndedRepeated.split(", ");
        List<Sql> selected = new ArrayList<>();
        selected.add(bucket.then(" AS bucket"));
        selected.addAll(dimensions.selected());
        selected.add(Sql.of(counts[0] + " AS entered, " + counts[1] + " AS ended, " + counts[2] + " AS repeated"));
        selected.addAll(columns);
        List<Sql> where = new ArrayList<>(
                overlaps(rows, query.range().from(), query.range().to()));
        where.addAll(filters());
        where.addAll(more);
        return SqlRenderer.select(selected, dimensions.from(), where);
    }

    private Sql counted(String expression, Measure measure) {
        return measure.conditions().isEmpty()
                ? Sql.of(expression)
                : Sql.of(expression + " FILTER (WHERE ")
                        .then(conditions.all(measure.conditions()))
                        .then(")");
    }

    private List<Sql> filters() {
        return dimensions.filters();
    }
}
