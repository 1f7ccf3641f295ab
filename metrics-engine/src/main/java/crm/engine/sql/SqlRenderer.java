package crm.engine.sql;

import crm.engine.model.Condition;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Timing;
import crm.engine.query.MetricQuery;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Renders a step of a plan: one statement for a flow, up to two for a stock or an overlap. */
public final class SqlRenderer {

    /** Ends the column of a measure that means the bucket where it would otherwise mean the period. */
    public static final String IN_BUCKET = "_in_bucket";

    private static final Pattern COLUMN = Pattern.compile("\\bf\\.\\w+");

    private final MetricQuery query;
    private final TimeSql time;
    private final ConversionSql conversion;
    private final AggregateSql aggregates;

    public SqlRenderer(MetricQuery query) {
        this(query, true);
    }

    /** @param withRates whether there is any exchange rate that leads to the question's currency */
    public SqlRenderer(MetricQuery query, boolean withRates) {
        this.query = query;
        this.time = new TimeSql(query);
        this.conversion = new ConversionSql(query.currency(), withRates);
        this.aggregates = new AggregateSql(conversion, time);
    }

    /** The statements of a step, the one for totals and groups first. */
    public List<Statement> render(Plan.Step step) {
        DimensionSql dimensions = dimensions(step.fact(), step);
        return switch (step.timing()) {
            case Timing.At at -> step.fact().dependsOnInstants() ? flowsAtInstants(step, at) : List.of(flow(step, at));
            case Timing.Lasting lasting -> withSeries(new StockSql(query, time, aggregates, step, lasting, dimensions));
            case Timing.Overlapping overlapping ->
                withSeries(new OverlapSql(query, time, step, overlapping, dimensions));
            case Timing.Framed framed -> List.of(new Statement(Statement.Kind.VALUES, frame(step, framed, dimensions)));
        };
    }

    /** Whether a measure counts other rows in a bucket than in the whole period, and has a column for each. */
    public static boolean dependsOnBucket(Measure measure) {
        return ConditionSql.dependOnBucket(measure.conditions());
    }

    private List<Statement> withSeries(Leveled leveled) {
        Statement level = new Statement(Statement.Kind.VALUES, leveled.level());
        return query.hasSeries()
                ? List.of(level, new Statement(leveled.changeKind(), leveled.changes()))
                : List.of(level);
    }

    private DimensionSql dimensions(Fact fact, Plan.Step step) {
        return new DimensionSql(query, conversion.over(fact, step.measures()), step.timing(), time);
    }

    private Statement flow(Plan.Step step, Timing.At at) {
        boolean withSeries = query.hasSeries();
        return flow(step, at, dimensions(step.fact(), step), withSeries, dims -> grouping(dims, withSeries));
    }

    /** What stands at the end of the period is other than what stood at the end of its buckets: each is asked apart. */
    private List<Statement> flowsAtInstants(Plan.Step step, Timing.At at) {
        InstantsSql instants = new InstantsSql(query);
        DimensionSql atTheEnd = dimensions(instants.atTheEnd(step.fact()), step);
        Statement level = flow(step, at, atTheEnd, false, dims -> grouping(dims, false));
        if (!query.hasSeries()) {
            return List.of(level);
        }
        DimensionSql atEachEnd = dimensions(instants.atEachEnd(step.fact()), step);
        return List.of(level, flow(step, at, atEachEnd, true, SqlRenderer::groupingByBucket));
    }

    private Statement flow(
            Plan.Step step,
            Timing.At at,
            DimensionSql dimensions,
            boolean withBucket,
            Function<List<String>, String> grouping) {
        ConditionSql conditions = new ConditionSql(time, at.moment());
        List<Condition> shared = AggregateSql.shared(step.measures());
        List<Sql> selected = new ArrayList<>();
        if (withBucket) {
            selected.add(Sql.of(time.bucket(at.moment()) + " AS bucket"));
        }
        selected.addAll(dimensions.selected());
        for (Measure measure : step.measures()) {
            List<Condition> own = AggregateSql.beyond(shared, measure);
            selected.addAll(aggregates.columns(measure, "", conditions.all(own)));
            if (isOfTheValue(measure)) {
                selected.addAll(aggregates.unconverted(measure, conditions.all(own)));
            }
            if (withBucket && ConditionSql.dependOnBucket(own)) {
                selected.addAll(aggregates.columns(measure, IN_BUCKET, conditions.allInBucket(own)));
            }
        }
        List<Sql> where = new ArrayList<>();
        where.add(time.within(at.moment()));
        if (!shared.isEmpty()) {
            where.add(conditions.all(shared));
        }
        where.addAll(dimensions.filters());
        return new Statement(
                Statement.Kind.VALUES,
                select(selected, dimensions.from(), where).then(grouping.apply(dimensions.aliases())));
    }

    /** What a period frames; with a series, the row without bucket is that of the whole period. */
    private Sql frame(Plan.Step step, Timing.Framed framed, DimensionSql dimensions) {
        ConditionSql conditions = new ConditionSql(time, framed.order());
        List<Sql> selected = new ArrayList<>();
        if (query.hasSeries()) {
            selected.add(Sql.of("bucket"));
        }
        selected.addAll(dimensions.selected());
        for (Measure measure : step.measures()) {
            selected.addAll(aggregates.columns(measure, "", conditions.all(measure.conditions())));
            if (isOfTheValue(measure)) {
                selected.addAll(aggregates.unconverted(measure, conditions.all(measure.conditions())));
            }
        }
        Sql from = dimensions.from().then(new FramedSql(query, framed).periods());
        String grouping =
                query.hasSeries() ? groupingByBucket(dimensions.aliases()) : grouping(dimensions.aliases(), false);
        return select(selected, from, dimensions.filters()).then(grouping);
    }

    /** What a companion leaves out for want of a rate is not told. */
    private boolean isOfTheValue(Measure measure) {
        return query.shape().formula().measures().contains(measure);
    }

    /** The columns of f that expressions name, to be handed on to them. */
    static List<Sql> columnsIn(List<Sql> expressions) {
        Set<String> columns = new LinkedHashSet<>();
        expressions.forEach(each -> COLUMN.matcher(each.text()).results().forEach(found -> columns.add(found.group())));
        return columns.stream().map(column -> Sql.of(column)).toList();
    }

    static Sql select(List<Sql> selected, Sql from, List<Sql> where) {
        Sql head = Sql.of("SELECT\n  ")
                .then(Sql.join(",\n  ", selected))
                .then("\nFROM ")
                .then(from);
        return where.isEmpty() ? head : head.then("\nWHERE ").then(Sql.join("\n  AND ", where));
    }

    /** Totals, the series, the groups and the series of the groups, as far as they are asked for. */
    static String grouping(List<String> aliases, boolean withBucket) {
        List<String> sets = new ArrayList<>(List.of("()"));
        String all = String.join(", ", aliases);
        if (withBucket) {
            sets.add("(bucket)");
        }
        if (aliases.isEmpty() && !withBucket) {
            return "";
        }
        if (!aliases.isEmpty()) {
            sets.add("(" + all + ")");
        }
        if (withBucket && !aliases.isEmpty()) {
            sets.add("(bucket, " + all + ")");
        }
        return "\nGROUP BY GROUPING SETS (" + String.join(", ", sets) + ")";
    }

    /** The series, and the series of the groups where they are asked for. */
    static String groupingByBucket(List<String> aliases) {
        String ofGroups = aliases.isEmpty() ? "" : ", (bucket, " + String.join(", ", aliases) + ")";
        return "\nGROUP BY GROUPING SETS ((bucket)" + ofGroups + ")";
    }

    /** What holds at the end, and the changes that give what held at the end of each bucket. */
    sealed interface Leveled permits StockSql, OverlapSql {
        Sql level();

        Sql changes();

        Statement.Kind changeKind();
    }
}
