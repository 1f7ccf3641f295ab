package crm.report.metric;

import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.query.Cursor;
import crm.engine.query.MetricQuery;
import crm.engine.query.RecordsQuery;
import crm.engine.query.TimeRange;
import java.util.List;
import java.util.Optional;

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
        int limit = parameters.number("limit", 1, RecordsQuery.MOST_ROWS).orElse(USUAL_ROWS);
        Optional<Cursor> cursor =
                parameters.one("cursor").flatMap(text -> parameters.attempt(() -> Cursor.parse(text)));
        Optional<Part> part = parameters.one("part", "unknown_part", "numerator or denominator", Part::named);
        Question question = reader.readForRecords();
        MetricQuery query = question.query().finerIfAsked();
        List<Measure> measures = query.shape().formula().measures();
        Part shown = part.orElse(measures.size() > 1 ? Part.DENOMINATOR : Part.NUMERATOR);
        Measure measure = shown == Part.DENOMINATOR ? measures.getLast() : measures.getFirst();
        return new Asked(
                question,
                new RecordsQuery(atStart(query, shown), measure, cursor.orElse(null), limit),
                measures.size() > 1 ? Optional.of(shown.word()) : Optional.empty());
    }

    /** What growth is divided by is what there was at the start. */
    private static MetricQuery atStart(MetricQuery query, Part shown) {
        TimeRange range = query.range();
        return query.shape().formula() instanceof Formula.Growth && shown == Part.DENOMINATOR
                ? query.over(new TimeRange(range.from().minusSeconds(1), range.from(), range.zone()))
                : query;
    }

    /** What was asked; of a ratio, which part. */
    record Asked(Question question, RecordsQuery records, Optional<String> part) {}

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
