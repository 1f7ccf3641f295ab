package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Unit;
import crm.engine.query.Answer;
import crm.engine.query.Attribution;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeRange;
import crm.engine.sql.Planner;
import crm.engine.store.Watermark;
import crm.report.catalog.MetricNames;
import crm.report.metric.MetricResponse.ComparisonFigure;
import crm.report.metric.MetricResponse.DataThrough;
import crm.report.metric.MetricResponse.Definition;
import crm.report.metric.MetricResponse.Group;
import crm.report.metric.MetricResponse.Period;
import crm.report.metric.MetricResponse.Point;
import crm.report.metric.MetricResponse.Unconverted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells an answer as JSON has it. */
public final class MetricResponses {

    private static final int RATIO_SCALE = 6;

    private final Question question;
    private final Labels labels;
    private final Links links;

    MetricResponses(Question question, Labels labels, Links links) {
        this.question = question;
        this.labels = labels;
        this.links = links;
    }

    MetricResponse of(Answer answer, Optional<Answer> compared, Watermark watermark) {
        Metric metric = question.metric();
        MetricQuery query = question.query();
        Unit unit = metric.unit();
        boolean grouped = !query.groupBy().isEmpty();
        return new MetricResponse(
                metric.id(),
                MetricNames.of(metric, question.language()),
                unit.code(),
                unit.display(),
                Planner.sumsMoney(query.shape()) ? query.currency() : null,
                metric.additive(),
                query.attribution() == Attribution.AT_EVENT ? null : "current",
                period(query),
                Figure.of(answer.total()),
                query.hasSeries() ? points(answer.series()) : null,
                grouped ? answer.groups().stream().map(this::group).toList() : null,
                grouped ? answer.moreGroups() : null,
                answer.other() == null ? null : Figure.of(answer.other()),
                compared.map(before -> comparison(answer, before)).orElse(null),
                answer.unconverted().stream()
                        .map(each -> new Unconverted(each.currency(), each.count(), each.amount()))
                        .toList(),
                new Definition(
                        metric.formulaText(), metric.dateField(), Metric.DEFINITION_VERSION, Links.definition(metric)),
                dataThrough(watermark),
                links.all());
    }

    public static DataThrough dataThrough(Watermark watermark) {
        return new DataThrough(watermark.position(), watermark.position() == 0 ? null : watermark.time());
    }

    public static Period period(MetricQuery query) {
        TimeRange range = query.range();
        return new Period(
                bound(range, range.from()),
                bound(range, range.to()),
                range.zone().getId(),
                query.grain() == null ? null : query.grain().word(),
                query.calendar().weekStart().name().toLowerCase(java.util.Locale.ROOT),
                query.calendar().yearStart().getValue(),
                range.to().isAfter(query.now()));
    }

    private static String bound(TimeRange range, Instant instant) {
        return range.isWholeDays() ? instant.atZone(range.zone()).toLocalDate().toString() : instant.toString();
    }

    private Group group(Answer.Group group) {
        Map<String, String> key = new LinkedHashMap<>();
        Map<String, String> label = new LinkedHashMap<>();
        List<Dimension> dimensions = question.query().groupBy();
        for (int index = 0; index < dimensions.size(); index++) {
            String member = group.members().get(index);
            key.put(dimensions.get(index).name(), member);
            label.put(dimensions.get(index).name(), labels.of(dimensions.get(index), member));
        }
        return new Group(
                key, label, Figure.of(group.value()), question.query().hasSeries() ? points(group.series()) : null);
    }

    private static List<Point> points(List<Answer.Point> points) {
        return points.stream()
                .map(point -> new Point(point.start(), point.end(), Figure.of(point.value())))
                .toList();
    }

    private ComparisonFigure comparison(Answer answer, Answer before) {
        TimeRange range = question.compare().orElseThrow();
        BigDecimal now = answer.total().value();
        BigDecimal then = before.total().value();
        BigDecimal change = now == null || then == null ? null : now.subtract(then);
        return new ComparisonFigure(
                new Period(
                        bound(range, range.from()),
                        bound(range, range.to()),
                        range.zone().getId(),
                        null,
                        null,
                        null,
                        null),
                Figure.of(before.total()),
                change,
                ratio(change, then),
                question.query().hasSeries() ? points(before.series()) : null);
    }

    private static @Nullable BigDecimal ratio(@Nullable BigDecimal change, @Nullable BigDecimal base) {
        return change == null || base == null || base.signum() == 0
                ? null
                : change.divide(base, MathContext.DECIMAL64).setScale(RATIO_SCALE, RoundingMode.HALF_UP);
    }
}
