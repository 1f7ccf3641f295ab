package crm.report.metric;

import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.query.Cursor;
import crm.engine.query.MetricQuery;
import crm.engine.query.RecordsQuery;
import crm.engine.query.Sort;
import crm.engine.query.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which records of a metric are asked for. */
final class RecordsReader {

    private static final int USUAL_ROWS = 100;

    private final Parameters parameters;
    private final QuestionReader reader;

    /**
     * @param reader reads the question behind the records, from the same parameters
     */
    RecordsReader(Parameters parameters, QuestionReader reader) {
        this.parameters = parameters;
        this.reader = reader;
    }

    /** A page of records, and the question they belong to. */
    Asked read() {
        Optional<Integer> limit = parameters.number("limit", 1, RecordsQuery.MOST_ROWS);
        Optional<Cursor> cursor =
                parameters.one("cursor").flatMap(text -> parameters.attempt(() -> Cursor.parse(text)));
        Optional<Part> part = parameters.one("part", "unknown_part", "numerator or denominator", Part::named);
        Optional<MetricQuery> query = reader.queryOfRecords().map(MetricQuery::finerIfAsked);
        Optional<Measure> measure = query.map(asked -> measure(asked, part));
        Optional<Sort> sort = measure.flatMap(this::sort);
        Question question = reader.finish(query);
        return new Asked(
                question,
                new RecordsQuery(
                        atStart(query.orElseThrow(), part),
                        measure.orElseThrow(),
                        sort.orElse(null),
                        cursor.orElse(null),
                        limit.orElse(USUAL_ROWS)),
                question.query().shape().formula().measures().size() > 1
                        ? Optional.of(part.orElse(Part.DENOMINATOR).word())
                        : Optional.empty(),
                limit.isEmpty() && cursor.isEmpty());
    }

    private static Measure measure(MetricQuery query, Optional<Part> part) {
        List<Measure> measures = query.shape().formula().measures();
        return shown(measures, part) == Part.DENOMINATOR ? measures.getLast() : measures.getFirst();
    }

    private static Part shown(List<Measure> measures, Optional<Part> part) {
        return part.orElse(measures.size() > 1 ? Part.DENOMINATOR : Part.NUMERATOR);
    }

    /** What growth is divided by is what there was at the start. */
    private static MetricQuery atStart(MetricQuery query, Optional<Part> part) {
        TimeRange range = query.range();
        boolean ofTheStart = query.shape().formula() instanceof Formula.Growth
                && shown(query.shape().formula().measures(), part) == Part.DENOMINATOR;
        return ofTheStart ? query.over(new TimeRange(range.from().minusSeconds(1), range.from(), range.zone())) : query;
    }

    private Optional<Sort> sort(Measure measure) {
        List<String> columns = measure.fact().shown();
        String names = columns.stream().map(RecordJson::lowerCamel).collect(Collectors.joining(", "));
        return parameters.one("sort", "unknown_column", "one of " + names + ", with - before it descending", text -> {
            boolean descending = text.startsWith("-");
            String name = descending ? text.substring(1) : text;
            return columns.stream()
                    .filter(column -> RecordJson.lowerCamel(column).equals(name))
                    .findFirst()
                    .map(column -> new Sort(column, descending));
        });
    }

    /**
     * What was asked.
     *
     * @param part which part, of a ratio
     * @param unlimited whether neither a page's size nor its beginning was named
     */
    record Asked(Question question, RecordsQuery records, Optional<String> part, boolean unlimited) {}

    private enum Part {
        NUMERATOR,
        DENOMINATOR;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Part> named(String word) {
            return java.util.Arrays.stream(values())
                    .filter(part -> part.word().equals(word))
                    .findFirst();
        }
    }
}
