package crm.report.oracle;

import crm.engine.answer.MetricRecords;
import crm.engine.model.Aggregate;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.query.Answer;
import crm.report.catalog.Catalogue;
import crm.report.metric.Inquiry;
import crm.report.report.Asked;
import crm.report.report.Form;
import crm.report.report.Head;
import crm.report.report.Part;
import crm.report.report.Report;
import crm.report.report.ReportColumn;
import crm.report.report.ReportColumn.Figure;
import crm.report.report.ReportResponse;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cells of a report's answer beside what the metrics say when they are asked for each of them alone. */
final class ReportCells {

    /** Seconds are binary fractions, and credits end after nine places: the last place told may differ. */
    private static final BigDecimal LAST_PLACE = new BigDecimal("0.011");

    private static final int MOST_ROWS = 6;

    private static final List<String> OF_THE_TABLE = List.of("groupBy", "limit", "sort", "grain", "compare", "align");

    private final Report report;
    private final Map<String, List<String>> given;
    private final Inquiry inquiry;
    private final ReportResponse answer;
    private final List<String> differences = new ArrayList<>();

    ReportCells(Report report, Map<String, List<String>> given, Inquiry inquiry, ReportResponse answer) {
        this.report = report;
        this.given = given;
        this.inquiry = inquiry;
        this.answer = answer;
    }

    /** What is other than it should be, in words. */
    List<String> differences() {
        rowsAreWhole();
        switch (report.form()) {
            case Form.Series series -> some().forEach(this::row);
            case Form.Grid grid -> some().forEach(this::row);
            case Form.Matrix matrix -> {
                for (Map<String, @Nullable Object> row : some()) {
                    matrix(matrix, row);
                }
            }
            case Form.Funnel funnel -> steps();
            case Form.MembersFunnel funnel -> steps();
            case Form.Statement statement -> lines();
            case Form.Listing listing -> list(listing);
        }
        totals();
        return differences;
    }

    /** Rows from all over the table. */
    private List<Map<String, @Nullable Object>> some() {
        List<Map<String, @Nullable Object>> some = new ArrayList<>();
        int step = 1 + answer.rows().size() / MOST_ROWS;
        for (int row = 0; row < answer.rows().size(); row += step) {
            some.add(answer.rows().get(row));
        }
        return some;
    }

    private void rowsAreWhole() {
        List<String> keys = answer.columns().stream().map(Head::key).toList();
        if (keys.stream().distinct().count() != keys.size()) {
            differences.add("a column twice in " + keys);
        }
        for (Map<String, @Nullable Object> row : answer.rows()) {
            if (!row.keySet().equals(java.util.Set.copyOf(keys))) {
                differences.add("columns " + keys + " but cells " + row.keySet());
            }
        }
    }

    private void row(Map<String, @Nullable Object> row) {
        for (ReportColumn column : report.form().columns()) {
            BigDecimal cell = (BigDecimal) row.get(column.key());
            switch (column.content()) {
                case Figure figure -> figure(column, figure, row, cell);
                case ReportColumn.Overall overall -> {}
                case ReportColumn.Share share ->
                    same(column.key(), ratio(number(row, share.of()), number(answer.totals(), share.of())), cell);
                case ReportColumn.Quotient quotient ->
                    same(column.key(), ratio(number(row, quotient.of()), number(row, quotient.by())), cell);
                case ReportColumn.Difference difference -> {
                    BigDecimal of = number(row, difference.of());
                    BigDecimal less = number(row, difference.less());
                    same(column.key(), of == null || less == null ? null : of.subtract(less), cell);
                }
            }
        }
    }

    private void figure(
            ReportColumn column, Figure figure, Map<String, @Nullable Object> row, @Nullable BigDecimal cell) {
        Map<String, List<String>> alone = asked(figure.asked());
        if (!canBeAsked(figure.asked())) {
            same(column.key() + " by what it knows nothing of", null, cell);
            return;
        }
        for (Head head : answer.columns()) {
            if (head.role().equals("dimension")) {
                if (!figure.asked().has(head.key())) {
                    return;
                }
                alone.remove("filter[" + head.key() + "]");
                alone.put("filter[" + head.key() + "]", List.of((String) Objects.requireNonNull(row.get(head.key()))));
            }
            if (head.role().equals("time")) {
                alone.remove("period");
                alone.put(
                        head.key().equals("start") ? "from" : "to",
                        List.of(Objects.requireNonNull(row.get(head.key())).toString()));
            }
        }
        String where = column.key() + " of " + row;
        same(where, alone(figure, alone), cell);
        answer.columns().stream()
                .filter(head -> head.key().equals(column.key()))
                .forEach(head -> drill(where, figure, head.records(), row, cell));
    }

    private void matrix(Form.Matrix matrix, Map<String, @Nullable Object> row) {
        Figure figure = matrix.cell().figure().orElseThrow();
        for (Head head : answer.columns()) {
            if (head.role().equals("measure")) {
                drill(head.key() + " of " + row, figure, head.records(), row, (BigDecimal) row.get(head.key()));
            }
        }
    }

    private void steps() {
        BigDecimal first = null;
        BigDecimal before = null;
        for (Map<String, @Nullable Object> row : answer.rows()) {
            BigDecimal reached = number(row, "reached");
            first = before == null ? reached : first;
            same("share", ratio(reached, first), number(row, "share"));
            same("conversion", before == null ? null : ratio(reached, before), number(row, "conversion"));
            String step = (String) row.get("step");
            Figure figure = report.form().columns().stream()
                    .filter(each -> each.key().equals(step))
                    .findFirst()
                    .orElse(report.form().columns().getFirst())
                    .figure()
                    .orElseThrow();
            drill("step " + row, figure, (String) row.get("records"), row, reached);
            before = reached;
        }
    }

    private void lines() {
        for (Map<String, @Nullable Object> row : answer.rows()) {
            report.form().columns().stream()
                    .filter(each -> each.key().equals(row.get("line")))
                    .forEach(line -> line.figure().ifPresent(figure -> {
                        same(line.key(), alone(figure, asked(figure.asked())), number(row, "value"));
                        drill(line.key(), figure, (String) row.get("records"), row, number(row, "value"));
                    }));
        }
    }

    private void list(Form.Listing listing) {
        BigDecimal count = number(answer.totals(), "count");
        BigDecimal value = alone(new Figure(listing.counted(), Part.Plain.VALUE, false), asked(listing.counted()));
        same("count", value, count);
    }

    private void totals() {
        for (ReportColumn column : report.form().columns()) {
            if (column.content() instanceof Figure figure && answer.totals().containsKey(column.key())) {
                if (canBeAsked(figure.asked())) {
                    same(
                            "total " + column.key(),
                            alone(figure, asked(figure.asked())),
                            number(answer.totals(), column.key()));
                    addsUp(column, figure);
                }
            }
        }
    }

    /** Rows of an additive metric add up to its total. */
    private void addsUp(ReportColumn column, Figure figure) {
        boolean everyRow = answer.complete() && answer.moreRows() == 0 && !figure.whereKnown();
        boolean rows = report.form() instanceof Form.Grid || report.form() instanceof Form.Series;
        if (rows && everyRow && figure.asked().metric().additive() && figure.part() == Part.Plain.VALUE) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Map<String, @Nullable Object> row : answer.rows()) {
                sum = sum.add(Objects.requireNonNull(number(row, column.key())));
            }
            BigDecimal total = Objects.requireNonNull(number(answer.totals(), column.key()));
            BigDecimal rounded =
                    LAST_PLACE.multiply(BigDecimal.valueOf(answer.rows().size() + 1L));
            if (total.subtract(sum).abs().compareTo(rounded) > 0) {
                differences.add("rows of " + column.key() + " add up to " + sum + ", not " + total);
            }
        }
    }

    private boolean canBeAsked(Asked asked) {
        return given.keySet().stream()
                .filter(name -> name.startsWith("filter["))
                .map(name -> name.substring("filter[".length(), name.indexOf(']')))
                .allMatch(asked::has);
    }

    /** The parameters of a question about the metric alone, without what makes the table. */
    private Map<String, List<String>> asked(Asked asked) {
        Map<String, List<String>> alone = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            boolean own = report.choices().contains(name) && asked.open(name).isEmpty();
            if (!OF_THE_TABLE.contains(name) && !own) {
                alone.put(name, values);
            }
        });
        asked.with().forEach((name, value) -> alone.put(name, List.of(value)));
        return alone;
    }

    private @Nullable BigDecimal alone(Figure figure, Map<String, List<String>> parameters) {
        Answer.Value value = inquiry.answer(inquiry.read(figure.asked().metric(), parameters))
                .answer()
                .total();
        return figure.part().of(value);
    }

    /** The records behind a cell are as many as it says, where it says how many. */
    private void drill(
            String where,
            Figure figure,
            @Nullable String template,
            Map<String, @Nullable Object> row,
            @Nullable BigDecimal cell) {
        if (template == null) {
            return;
        }
        String address = template;
        for (Head head : answer.columns()) {
            Object value = row.get(head.key());
            if (value != null && address.contains("{" + head.key() + "}")) {
                address =
                        address.replace("{" + head.key() + "}", value.toString().replace("+", "%2B"));
            }
        }
        String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        Metric metric = Catalogue.metric(path.replace("/v1/metrics/", "").replace("/records", ""))
                .orElseThrow();
        Map<String, List<String>> parameters = parameters(address.substring(path.length()));
        MetricRecords.Page page =
                inquiry.page(inquiry.readRecords(metric, parameters).records());
        if (cell != null && counts(figure, metric)) {
            same("records of " + where, cell, BigDecimal.valueOf(page.count()));
        }
    }

    /** Whether the cell is the number of the records that its address lists. */
    private boolean counts(Figure figure, Metric metric) {
        Formula formula = metric.shape().formula();
        List<Measure> measures = formula.measures();
        if (figure.part() == Part.Plain.VALUE) {
            return formula instanceof Formula.Single && isCount(measures.getFirst());
        }
        if (figure.part() == Part.Plain.DENOMINATOR && formula instanceof Formula.Mean) {
            return true;
        }
        return figure.part() == Part.Plain.NUMERATOR && isCount(measures.getFirst())
                || figure.part() == Part.Plain.DENOMINATOR && isCount(measures.getLast());
    }

    private static boolean isCount(Measure measure) {
        return measure.aggregate() instanceof Aggregate.Count || measure.aggregate() instanceof Aggregate.Distinct;
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.replaceFirst("^\\?", "").split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(decoded(pair.substring(0, equals)), List.of(decoded(pair.substring(equals + 1))));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable BigDecimal number(Map<String, @Nullable Object> row, String key) {
        return (BigDecimal) row.get(key);
    }

    private static @Nullable BigDecimal ratio(@Nullable BigDecimal of, @Nullable BigDecimal by) {
        return of == null || by == null || by.signum() == 0 ? null : of.divide(by, java.math.MathContext.DECIMAL64);
    }

    private void same(String where, @Nullable BigDecimal expected, @Nullable BigDecimal found) {
        boolean same = expected == null || found == null
                ? expected == null && found == null
                : expected.subtract(found).abs().compareTo(LAST_PLACE) <= 0;
        if (!same) {
            differences.add(where + ": expected " + expected + ", found " + found);
        }
    }
}
