package crm.report.report;

import crm.engine.model.Switch;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeGrain;
import crm.report.catalog.Language;
import crm.report.metric.Inquiry;
import crm.report.metric.LanguageReader;
import crm.report.metric.Parameters;
import crm.report.metric.Question;
import crm.report.report.ReportQuestion.Ask;
import crm.report.report.ReportQuestion.Sorting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a question about a report; each of its metrics reads what concerns it, and all that is wrong is told at once. */
final class ReportReader {

    /** What every metric of a report is asked with, as it was given. */
    static final List<String> SHARED = List.of(
            "from",
            "to",
            "period",
            "tz",
            "weekStart",
            "fiscalYearStart",
            "currency",
            "attribution",
            "asOf",
            "minPosition",
            "wait",
            "lang");

    private static final List<String> COMPARING = List.of("compare", "align");
    private static final String FILTER = "filter";
    private static final String OWN_FIELDS = "custom.";
    private static final String GROUP_BY = "groupBy";
    private static final String GRAIN = "grain";
    private static final int USUAL_ROWS = 1_000;

    private final Report report;
    private final Map<String, List<String>> given;
    private final Parameters parameters;
    private final Inquiry inquiry;

    ReportReader(Report report, Map<String, List<String>> given, Inquiry inquiry) {
        this.report = report;
        this.given = given;
        this.parameters = new Parameters(given);
        this.inquiry = inquiry;
    }

    /** Whether a metric can be asked by a dimension; what fields of the tenant's own it has, it will say itself. */
    static boolean knows(Asked asked, String dimension) {
        return dimension.startsWith(OWN_FIELDS) || asked.has(dimension);
    }

    ReportQuestion read() {
        Language language = LanguageReader.read(parameters);
        List<String> by = by();
        List<String> filtered = filtered();
        Optional<Sorting> sort = sort();
        int limit = parameters.number("limit", 1, MetricQuery.MOST_GROUPS).orElse(USUAL_ROWS);
        Map<String, List<String>> passed = passed();
        Map<Ask, Question> questions = new LinkedHashMap<>();
        for (Ask ask : asks(by)) {
            if (filtered.stream().allMatch(each -> knows(ask.asked(), each))) {
                parameters
                        .attempt(() -> inquiry.read(ask.asked().metric(), parametersOf(ask, passed)))
                        .ifPresent(question -> questions.put(ask, question));
            }
        }
        parameters.finish();
        return new ReportQuestion(report, by, passed, questions, limit, sort, language);
    }

    private List<String> by() {
        List<String> usual = report.form().by();
        if (!canBeRegrouped(report.form())) {
            return usual;
        }
        List<String> named = parameters.words(GROUP_BY);
        List<String> by = named.isEmpty() ? usual : named;
        by.forEach(each -> refuseUnknown(GROUP_BY, each));
        if (by.stream().distinct().count() < by.size()) {
            parameters.fault(GROUP_BY, "repeated", "a dimension is named twice");
        }
        if (report.form() instanceof Form.Matrix && by.size() != 2 || by.size() > MetricQuery.MOST_DIMENSIONS) {
            parameters.fault(
                    GROUP_BY,
                    "too_many_dimensions",
                    report.form() instanceof Form.Matrix
                            ? "two dimensions"
                            : "at most " + MetricQuery.MOST_DIMENSIONS + " dimensions");
            return usual;
        }
        return by.stream().distinct().filter(this::isKnown).toList();
    }

    static boolean canBeRegrouped(Form form) {
        return form instanceof Form.Grid || form instanceof Form.Series || form instanceof Form.Matrix;
    }

    static boolean canBeCompared(Form form) {
        return form instanceof Form.Grid || form instanceof Form.Series || form instanceof Form.Statement;
    }

    private List<String> filtered() {
        return parameters.keyed(FILTER).keySet().stream()
                .map(key -> key.contains("][") ? key.substring(0, key.indexOf("][")) : key)
                .peek(dimension -> refuseUnknown(FILTER + "[" + dimension + "]", dimension))
                .filter(this::isKnown)
                .distinct()
                .toList();
    }

    private static String dimensionOf(String filter) {
        int end = filter.indexOf(']');
        return end < 0 ? filter : filter.substring(FILTER.length() + 1, end);
    }

    private void refuseUnknown(String parameter, String dimension) {
        if (!isKnown(dimension)) {
            parameters.fault(
                    parameter,
                    "unknown_dimension",
                    "\"" + dimension + "\" is none of " + String.join(", ", report.dimensions()));
        }
    }

    private boolean isKnown(String dimension) {
        return dimension.startsWith(OWN_FIELDS) || report.dimensions().contains(dimension);
    }

    private Optional<Sorting> sort() {
        List<String> keys =
                report.form().columns().stream().map(ReportColumn::key).toList();
        if (!(report.form() instanceof Form.Grid)) {
            return Optional.empty();
        }
        return parameters.one(
                "sort",
                "unknown_column",
                "one of " + String.join(", ", keys) + ", with - before it descending",
                text -> Optional.of(new Sorting(text.startsWith("-") ? text.substring(1) : text, text.startsWith("-")))
                        .filter(sorting -> keys.contains(sorting.key())));
    }

    /** What was given of what concerns the metrics too. */
    private Map<String, List<String>> passed() {
        Stream<String> names = Stream.of(
                        SHARED.stream(),
                        canBeCompared(report.form()) ? COMPARING.stream() : Stream.<String>empty(),
                        report.choices().stream())
                .flatMap(each -> each);
        Map<String, List<String>> passed = new LinkedHashMap<>();
        names.forEach(name -> parameters.one(name).ifPresent(value -> passed.put(name, List.of(value))));
        if (report.form() instanceof Form.Series series) {
            String grain = parameters
                    .one(GRAIN, "unknown_grain", "hour, day, week, month, quarter or year", TimeGrain::named)
                    .orElse(series.grain())
                    .word();
            passed.put(GRAIN, List.of(grain));
        }
        given.forEach((name, values) -> {
            if (name.startsWith(FILTER + "[") && isKnown(dimensionOf(name))) {
                passed.put(name, values);
            }
        });
        return passed;
    }

    private Set<Ask> asks(List<String> by) {
        Set<Ask> asks = new java.util.LinkedHashSet<>();
        List<ReportColumn> columns = report.form().columns();
        for (ReportColumn column : columns) {
            column.figure().ifPresent(figure -> asks.add(ask(figure, by)));
            if (column.content() instanceof ReportColumn.Overall overall) {
                Units.named(overall.of(), columns)
                        .figure()
                        .ifPresent(figure -> asks.add(ask(figure, by.subList(0, Math.max(0, by.size() - 1)))));
            }
        }
        if (report.form() instanceof Form.Matrix matrix && by.size() == 2) {
            matrix.cell().figure().ifPresent(figure -> {
                asks.add(ask(figure, by.subList(0, 1)));
                asks.add(ask(figure, by.subList(1, 2)));
            });
        }
        return asks;
    }

    private static Ask ask(ReportColumn.Figure figure, List<String> by) {
        boolean known = by.stream().allMatch(each -> knows(figure.asked(), each));
        return new Ask(figure.asked(), known ? by : List.of());
    }

    private static Map<String, List<String>> parametersOf(Ask ask, Map<String, List<String>> passed) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(concerning(ask.asked(), passed));
        if (!ask.by().isEmpty()) {
            parameters.put(GROUP_BY, List.of(String.join(",", ask.by())));
            parameters.put("limit", List.of(Integer.toString(MetricQuery.MOST_GROUPS)));
        }
        return parameters;
    }

    /** What was given of what concerns this metric, and what the report settles. */
    static Map<String, List<String>> concerning(Asked asked, Map<String, List<String>> passed) {
        Map<String, List<String>> concerning = new LinkedHashMap<>();
        passed.forEach((name, values) -> {
            boolean shared = SHARED.contains(name) || COMPARING.contains(name) || name.equals(GRAIN);
            Optional<Switch> own = asked.open(name);
            if (shared || name.startsWith(FILTER + "[") || own.isPresent()) {
                concerning.put(name, values);
            }
        });
        return asked.over(concerning);
    }

    /** The parameters of a list of records. */
    static List<String> ofLists() {
        return List.of("limit", "cursor", "sort");
    }

    /** Everything that the report's address takes, but filters. */
    static List<String> known(Report report) {
        List<String> known = new ArrayList<>(SHARED);
        if (report.form() instanceof Form.Listing) {
            known.addAll(ofLists());
            return known;
        }
        if (canBeCompared(report.form())) {
            known.addAll(COMPARING);
        }
        if (canBeRegrouped(report.form())) {
            known.add(GROUP_BY);
        }
        if (report.form() instanceof Form.Series) {
            known.add(GRAIN);
        }
        if (report.form() instanceof Form.Grid) {
            known.add("sort");
        }
        known.add("limit");
        known.addAll(report.choices());
        return known;
    }
}
