package crm.report.metric;

import crm.engine.model.Metric;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeRange;
import crm.report.catalog.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * What was asked, understood.
 *
 * @param compare the range to compare with; absent where none was asked
 * @param language of the answer's labels
 */
public record Question(Metric metric, MetricQuery query, Optional<TimeRange> compare, Language language) {

    /** Whether the period is still running. */
    boolean isPartial() {
        return query.range().to().isAfter(query.now());
    }

    /** Whether the same data may be answered otherwise a moment later. Of a running period as much is compared as is over. */
    boolean dependsOnNow() {
        return query.dependsOnNow()
                || compare.filter(range -> isPartial()
                                || range.to().isAfter(query.now())
                                || query.over(range).dependsOnNow())
                        .isPresent();
    }

    /** The same question at another time. */
    Question at(Instant now) {
        return new Question(metric, query.at(now), compare, language);
    }
}
