package crm.report.openapi;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Switch;
import crm.engine.query.MetricQuery;
import crm.engine.query.RecordsQuery;
import crm.engine.query.TimeGrain;
import crm.report.catalog.Language;
import crm.report.table.Format;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters of a metric's operations. */
final class QueryParameters {

    private QueryParameters() {}

    /** The language of names. */
    static Parameter language() {
        return parameter(
                "lang",
                words(Stream.of(Language.values()).map(Language::code).toList()),
                "Language of the metric's name; usually English.");
    }

    /** What every question about the metric takes: its period, its filters, its own switches. */
    static List<Parameter> ofQuestion(Metric metric) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                parameter("from", text(), "First day, or a time with offset. Give from and to, or period."),
                parameter("to", text(), "The day or time after the last."),
                parameter(
                                "period",
                                text(),
                                "A period by name: today, yesterday, this_month, last_quarter, year_to_date,"
                                        + " last_30_days, last_12_months and the like.")
                        .example("last_30_days"),
                parameter("tz", text(), "IANA time zone; usually the tenant's."),
                parameter(
                        "weekStart",
                        words(List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")),
                        "First day of the week; usually the tenant's."),
                parameter(
                        "fiscalYearStart",
                        whole(1, 12),
                        "The month in which years begin, and quarters with them; usually the tenant's."),
                parameter(
                        "currency",
                        text(),
                        "Currency of ISO 4217 in which money is summed, each amount at the rate of its own day; usually the"
                                + " tenant's."),
                parameter(
                        "attribution",
                        words(List.of("at-event", "current")),
                        "Whether owner and team are those of the time that is counted, as usual, or those of today."),
                language(),
                filter(metric)));
        metric.switches().forEach(each -> parameters.add(own(each)));
        parameters.add(parameter(
                "minPosition", whole(0, Long.MAX_VALUE), "The answer contains the tenant's log up to this position."));
        parameters.add(parameter(
                "format",
                words(Stream.of(Format.values()).map(Format::word).toList()),
                "How the answer is told; without it the header Accept decides. Tables of records hold all of them"
                        + " unless limit or cursor is given; the header X-Complete tells whether they do."));
        parameters.add(parameter(
                "asOf",
                text(),
                "A position of the log, or a time with offset at least a minute ago: the answer is the one of then, now"
                        + " and for ever, periods by name included. A view of the past is made when it is first asked"
                        + " for; until it stands the answer is 503, telling how much is done."));
        parameters.add(parameter("wait", whole(0, 30), "Seconds to wait for minPosition; usually 2."));
        return parameters;
    }

    /** What an answer takes besides. */
    static List<Parameter> ofAnswer(Metric metric) {
        return List.of(
                parameter(
                        "grain",
                        words(Arrays.stream(TimeGrain.values())
                                .map(TimeGrain::word)
                                .toList()),
                        "Adds a series with a point for each of these, none left out."),
                parameter(
                        "groupBy",
                        text(),
                        "Up to three dimensions by commas, of " + dimensions(metric)
                                + ". Adds groups, largest first, and those beyond the limit together as other."),
                parameter("limit", whole(1, MetricQuery.MOST_GROUPS), "Most groups; usually 100."),
                OASFactory.createParameter()
                        .name("If-None-Match")
                        .in(Parameter.In.HEADER)
                        .schema(text())
                        .description("The ETag of an answer at hand: 304 tells that it is still right."),
                parameter(
                        "compare",
                        text(),
                        "Adds the value of another period: previous, year, or bounds of its own as from..to."),
                parameter(
                        "align",
                        words(List.of("to-date", "full", "same-weekday")),
                        "How much of the other period: to-date, as usual, of a running period as much as has passed;"
                                + " full, all of it; same-weekday, as much as has passed from the nearest such day of"
                                + " the week on."));
    }

    /** Where a stream goes on. */
    static Parameter lastEvent() {
        return OASFactory.createParameter()
                .name("Last-Event-ID")
                .in(Parameter.In.HEADER)
                .schema(text())
                .description("The id of the last event at hand: its answer is not told again.");
    }

    /** What a list of records takes besides. */
    static List<Parameter> ofRecords(Metric metric) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                parameter("limit", whole(1, RecordsQuery.MOST_ROWS), "Most records on a page; usually 100."),
                parameter("cursor", text(), "Where the page begins: next of the page before."),
                parameter(
                        "sort",
                        text(),
                        "A field of the records, with - before it descending; usually by the time that decides the"
                                + " period. Records without a value come last.")));
        if (metric.shape().formula().measures().size() > 1) {
            parameters.add(parameter(
                    "part", words(List.of("numerator", "denominator")), "Whose records; usually the denominator's."));
        }
        return parameters;
    }

    private static Parameter filter(Metric metric) {
        return filter(dimensions(metric));
    }

    static Parameter filter(String dimensions) {
        Schema members = OASFactory.createSchema().addType(SchemaType.OBJECT).additionalPropertiesSchema(text());
        return parameter(
                        "filter",
                        members,
                        "filter[dimension]=a,b keeps these members, filter[dimension][not]=a,b all others;"
                                + " filter[dimension][gte]=a and filter[dimension][lt]=b keep members between the two,"
                                + " compared as text, hours and weekdays as numbers. Dimensions: "
                                + dimensions + ".")
                .style(Parameter.Style.DEEPOBJECT)
                .explode(true);
    }

    private static String dimensions(Metric metric) {
        return metric.shape().dimensions().stream().map(Dimension::name).collect(Collectors.joining(", "));
    }

    static Parameter own(Switch each) {
        return switch (each) {
            case Switch.Choice choice ->
                parameter(
                        choice.name(),
                        words(choice.options().stream().map(Switch.Option::name).toList()),
                        choice.description()
                                + choice.options().stream()
                                        .map(option -> "\n- `" + option.name() + "`: " + option.description())
                                        .collect(Collectors.joining()));
            case Switch.Number number ->
                parameter(number.name(), whole(number.minimum(), number.maximum()), number.description());
            case Switch.Members members ->
                parameter(
                        members.name(),
                        text(),
                        members.description() + " Some of " + String.join(", ", members.members()) + ", by commas.");
            case Switch.Filter filter ->
                parameter(
                        filter.name(),
                        text(),
                        filter.description() + " The same as `filter[" + filter.dimension() + "]`.");
        };
    }

    static Parameter parameter(String name, Schema schema, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .schema(schema)
                .description(description);
    }

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema words(List<String> words) {
        return text().enumeration(List.copyOf(words));
    }

    static Schema whole(long minimum, long maximum) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .minimum(BigDecimal.valueOf(minimum))
                .maximum(BigDecimal.valueOf(maximum));
    }
}
