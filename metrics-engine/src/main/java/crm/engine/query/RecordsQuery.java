package crm.engine.query;

import crm.engine.model.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A question about the rows that a measure counted.
 *
 * @param question the metric's question, for its period and filters
 * @param measure whose rows
 * @param after the page begins behind this row; absent for the first page
 * @param limit most rows
 */
public record RecordsQuery(
        MetricQuery question, Measure measure, @Nullable Cursor after, int limit) {

    public static final int MOST_ROWS = 1_000;

    public RecordsQuery {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new InvalidQuery("limit", "out_of_range", "1 to " + MOST_ROWS);
        }
    }
}
