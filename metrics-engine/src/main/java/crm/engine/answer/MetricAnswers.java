package crm.engine.answer;

import crm.engine.model.Aggregate;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.engine.model.Timing;
import crm.engine.query.Answer;
import crm.engine.query.Answer.Group;
import crm.engine.query.Answer.Point;
import crm.engine.query.Answer.Unconverted;
import crm.engine.query.Answer.Value;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeAxis;
import crm.engine.sql.Plan;
import crm.engine.sql.Planner;
import crm.engine.sql.RecordsSql;
import crm.engine.sql.Sql;
import crm.engine.sql.SqlRenderer;
import crm.engine.sql.Statement;
import crm.engine.store.ColumnStore.Snapshot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers questions about metrics from a snapshot of a store. */
public final class MetricAnswers {

    /** Of a stock before its instant has come. */
    private static final Value NOT_YET = new Value(null, null, null, null, null, "not_yet", Map.of());

    private MetricAnswers() {}

    public static Answer answer(Snapshot snapshot, MetricQuery query) {
        MetricQuery whole = query.ungrouped().finerIfAsked();
        Answer parts = asked(snapshot, query.finerIfAsked());
        if (whole.shape().equals(query.finerIfAsked().shape())) {
            return parts;
        }
        Answer total = asked(snapshot, whole);
        return new Answer(
                total.total(), total.series(), parts.groups(), parts.moreGroups(), parts.other(), total.unconverted());
    }

    private static Answer asked(Snapshot snapshot, MetricQuery query) {
        boolean withRates = hasRates(snapshot, query);
        Cells cells = cells(snapshot, query, withRates);
        Answer answer = new Assembly(query, cells).answer(unconverted(snapshot, query, cells, withRates));
        return answer.moreGroups() > 0 && !addsUp(query)
                ? answer.with(other(snapshot, query, answer.groups(), withRates))
                : answer;
    }

    /** The groups beyond the limit, asked for again where what they come to together cannot be added up. */
    private static Value other(Snapshot snapshot, MetricQuery query, List<Group> shown, boolean withRates) {
        MetricQuery rest = query.outside(shown.stream().map(Group::members).toList());
        return new Assembly(rest, cells(snapshot, rest, withRates)).total();
    }

    private static boolean addsUp(MetricQuery query) {
        return Stream.concat(
                        Stream.of(query.shape().formula()),
                        query.shape().companions().stream().map(Shape.Companion::formula))
                .flatMap(formula -> formula.measures().stream())
                .allMatch(measure -> measure.aggregate().addsUp());
    }

    private static Cells cells(Snapshot snapshot, MetricQuery query, boolean withRates) {
        Plan plan = Planner.plan(query);
        SqlRenderer renderer = new SqlRenderer(query, withRates);
        Cells cells = new Cells(query);
        for (Plan.Step step : plan.steps()) {
            for (Statement statement : renderer.render(step)) {
                cells.read(statement, snapshot.query(statement.sql()));
            }
        }
        return cells;
    }

    /** Most tenants trade in one currency and have no rates: their questions need not look for any. */
    private static boolean hasRates(Snapshot snapshot, MetricQuery query) {
        return Planner.sumsMoney(query.shape())
                && !snapshot.query(Sql.of(
                                "SELECT 1 AS one FROM " + Aggregate.Money.RATES + " WHERE to_currency = ? LIMIT 1",
                                query.currency()))
                        .isEmpty();
    }

    /**
     * What the sums leave out because it is in another currency: of a part and its whole, which are rows of one fact, what
     * the whole leaves out, which is named last; of sums over several facts what each leaves out.
     */
    private static List<Unconverted> unconverted(Snapshot snapshot, MetricQuery query, Cells cells, boolean withRates) {
        Cell total = cells.at(CellKey.TOTAL);
        Map<Fact, Measure> widest = new LinkedHashMap<>();
        query.shape().formula().measures().stream()
                .filter(measure -> measure.aggregate() instanceof Aggregate.Money)
                .filter(measure -> left(total, measure).signum() > 0)
                .forEach(measure -> widest.merge(
                        measure.fact(),
                        measure,
                        (one, other) -> left(total, other).compareTo(left(total, one)) >= 0 ? other : one));
        Map<String, Unconverted> byCurrency = new TreeMap<>();
        RecordsSql sql = new RecordsSql(query);
        widest.values().stream()
                .flatMap(measure -> snapshot.query(sql.unconverted(measure, withRates)).stream())
                .map(row -> new Unconverted(
                        Objects.requireNonNull(row.text("currency")),
                        row.whole("count"),
                        Objects.requireNonNullElse(row.decimal("amount"), BigDecimal.ZERO)
                                .stripTrailingZeros()
                                .setScale(2, java.math.RoundingMode.HALF_UP)))
                .forEach(each -> byCurrency.merge(each.currency(), each, Unconverted::plus));
        return List.copyOf(byCurrency.values());
    }

    private static BigDecimal left(Cell total, Measure measure) {
        return total.sum(measure.name() + "_unconverted");
    }

    /** Puts values in their places. */
    private record Assembly(MetricQuery query, Cells cells, Valuation valuation) {

        Assembly(MetricQuery query, Cells cells) {
            this(query, cells, new Valuation(query));
        }

        Answer answer(List<Unconverted> unconverted) {
            List<Group> groups = new ArrayList<>(cells.groups().stream()
                    .map(members -> new Group(members, value(new CellKey(null, members)), series(members)))
                    .toList());
            groups.sort(Comparator.comparing(
                            (Group group) -> group.value().value(),
                            Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
                    .thenComparing(group -> String.join("\u0000", group.members())));
            int shown = Math.min(query.limit(), groups.size());
            List<Group> rest = groups.subList(shown, groups.size());
            return new Answer(
                    value(CellKey.TOTAL),
                    series(List.of()),
                    groups.subList(0, shown),
                    rest.size(),
                    rest.isEmpty() ? null : together(rest),
                    unconverted);
        }

        Value total() {
            return value(CellKey.TOTAL);
        }

        private Value value(CellKey key) {
            if (isStock() && !query.range().from().isBefore(query.now())) {
                return NOT_YET;
            }
            return valuation.value(
                    cells.at(key),
                    false,
                    query.range().from(),
                    end(query.range().to()));
        }

        private Value together(List<Group> groups) {
            Cell sum = new Cell();
            groups.forEach(group -> sum.addAll(cells.at(new CellKey(null, group.members()))));
            return valuation.value(
                    sum, false, query.range().from(), end(query.range().to()));
        }

        private List<Point> series(List<String> members) {
            List<Point> points = new ArrayList<>();
            for (int index = 0; index < cells.buckets().size(); index++) {
                TimeAxis.Bucket bucket = cells.buckets().get(index);
                points.add(new Point(bucket.start(), bucket.end(), point(index, bucket, members)));
            }
            return points;
        }

        private Value point(int index, TimeAxis.Bucket bucket, List<String> members) {
            if (isStock() && !bucket.start().isBefore(query.now())) {
                return NOT_YET;
            }
            return valuation.value(cells.at(new CellKey(index, members)), true, bucket.start(), end(bucket.end()));
        }

        private boolean isStock() {
            return query.shape().formula().measures().stream()
                    .map(Measure::timing)
                    .anyMatch(timing -> timing instanceof Timing.Lasting
                            || timing instanceof Timing.Framed framed
                                    && !framed.stands().isEmpty());
        }

        private Instant end(Instant instant) {
            return instant.isBefore(query.now()) ? instant : query.now();
        }
    }
}
