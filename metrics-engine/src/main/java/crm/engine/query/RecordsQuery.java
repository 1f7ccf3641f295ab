package crm.engine.query;

import crm.engine.model.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A question about the rows that a measure counted.
 *
 * @param question the metric's question, for its period and filters
 * @param measure whose rows
 * @param sort by what; absent, by the moment that decides the period
 * @param after the page begins behind this row; absent for the first page
 * @param limit most rows
 */
public record RecordsQuery(
        MetricQuery question,
        Measure measure,
        @Nullable Sort sort,
        @Nullable Cursor after,
        int limit) {

    /** Most rows of a page that is shown. */
    public static final int MOST_ROWS = 1_000;

    /** Rows of a page of those that are listed one page after the other. */
    public static final int ROWS_AT_ONCE = 50_000;

    public RecordsQuery {
        if (limit < 1 || limit > ROWS_AT_ONCE) {
            throw new InvalidQuery("limit", "out_of_range", "1 to " + MOST_ROWS);
        }
    }

    /** The same list from a row on. */
    public RecordsQuery after(@Nullable Cursor cursor) {
        return new RecordsQuery(question, measure, sort, cursor, limit);
    }
}
