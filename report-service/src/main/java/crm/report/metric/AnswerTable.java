package crm.report.metric;

import crm.engine.model.Formula;
import crm.engine.model.Shape;
import crm.report.metric.MetricResponse.ComparisonFigure;
import crm.report.metric.MetricResponse.Group;
import crm.report.metric.MetricResponse.Point;
import crm.report.metric.MetricResponse.Unconverted;
import crm.report.table.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as one flat table: a row for the total, for each point of the series, for each group and each point of its
 * series, for the other groups together, for the comparison and for what could not be converted. Every row has every
 * column.
 */
final class AnswerTable {

    private static final String VALUE = "value";

    private final MetricResponse answer;
    private final TableWriter table;
    private final List<String> columns;

    private AnswerTable(Question question, MetricResponse answer, TableWriter table) {
        this.answer = answer;
        this.table = table;
        this.columns = columns(question, answer);
    }

    static void write(Question question, MetricResponse answer, TableWriter table) throws IOException {
        new AnswerTable(question, answer, table).write();
    }

    private void write() throws IOException {
        table.header(columns);
        row("total", answer.period(), Map.of(), answer.figure());
        points("series", Map.of(), answer.series());
        if (answer.groups() != null) {
            for (Group group : answer.groups()) {
                row("group", answer.period(), cells(group), group.figure());
                points("groupSeries", cells(group), group.series());
            }
        }
        if (answer.other() != null) {
            row("other", answer.period(), Map.of(), answer.other());
        }
        if (answer.comparison() != null) {
            comparison(answer.comparison());
        }
        for (Unconverted each : answer.unconverted()) {
            Map<String, @Nullable Object> cells = row("unconverted", answer.period(), Map.of());
            cells.put("currency", each.currency());
            cells.put(VALUE, each.amount());
            cells.put("count", each.count());
            put(cells);
        }
    }

    private void comparison(ComparisonFigure comparison) throws IOException {
        Map<String, @Nullable Object> cells = row("comparison", comparison.period(), Map.of());
        figure(cells, "", comparison.figure());
        cells.put("change", comparison.change());
        cells.put("changeRatio", comparison.changeRatio());
        put(cells);
        points("comparisonSeries", Map.of(), comparison.series());
    }

    private static Map<String, @Nullable Object> cells(Group group) {
        Map<String, @Nullable Object> cells = new HashMap<>(group.key());
        group.label().forEach((dimension, label) -> cells.put(labelOf(dimension), label));
        return cells;
    }

    private void points(String part, Map<String, ? extends @Nullable Object> group, @Nullable List<Point> points)
            throws IOException {
        if (points != null) {
            for (Point point : points) {
                Map<String, @Nullable Object> cells = row(part, answer.period(), group);
                cells.put("start", point.start().toString());
                cells.put("end", point.end().toString());
                figure(cells, "", point.figure());
                put(cells);
            }
        }
    }

    private void row(
            String part, MetricResponse.Period period, Map<String, ? extends @Nullable Object> group, Figure figure)
            throws IOException {
        Map<String, @Nullable Object> cells = row(part, period, group);
        figure(cells, "", figure);
        put(cells);
    }

    private Map<String, @Nullable Object> row(
            String part, MetricResponse.Period period, Map<String, ? extends @Nullable Object> group) {
        Map<String, @Nullable Object> cells = new HashMap<>(group);
        cells.put("metric", answer.metric());
        cells.put("part", part);
        cells.put("start", period.from());
        cells.put("end", period.to());
        cells.put("unit", answer.unit());
        cells.put("currency", answer.currency());
        return cells;
    }

    private static void figure(Map<String, @Nullable Object> cells, String prefix, Figure figure) {
        cells.put(prefix + VALUE, figure.value());
        cells.put(prefix + "numerator", figure.numerator());
        cells.put(prefix + "denominator", figure.denominator());
        cells.put(prefix + "median", figure.median());
        cells.put(prefix + "p90", figure.p90());
        cells.put(prefix + "reason", figure.reason());
        figure.companions().forEach((name, companion) -> figure(cells, name + ".", companion));
    }

    private void put(Map<String, @Nullable Object> cells) throws IOException {
        List<@Nullable Object> row = new ArrayList<>();
        columns.forEach(column -> row.add(cells.get(column)));
        table.row(row);
    }

    private static List<String> columns(Question question, MetricResponse answer) {
        List<String> columns = new ArrayList<>(List.of("metric", "part", "start", "end"));
        question.query().groupBy().forEach(dimension -> {
            columns.add(dimension.name());
            columns.add(labelOf(dimension.name()));
        });
        Shape shape = question.query().shape();
        columns.addAll(columns("", shape.formula()));
        columns.addAll(List.of("unit", "currency"));
        shape.companions().forEach(each -> columns.addAll(columns(each.name() + ".", each.formula())));
        if (answer.comparison() != null) {
            columns.addAll(List.of("change", "changeRatio"));
        }
        if (!answer.unconverted().isEmpty()) {
            columns.add("count");
        }
        return List.copyOf(columns);
    }

    private static List<String> columns(String prefix, Formula formula) {
        List<String> columns = new ArrayList<>(List.of(prefix + VALUE));
        if (!(formula instanceof Formula.Single)) {
            columns.addAll(List.of(prefix + "numerator", prefix + "denominator"));
        }
        if (formula instanceof Formula.Mean) {
            columns.addAll(List.of(prefix + "median", prefix + "p90"));
        }
        columns.add(prefix + "reason");
        return columns;
    }

    private static String labelOf(String dimension) {
        return dimension + "Label";
    }
}
