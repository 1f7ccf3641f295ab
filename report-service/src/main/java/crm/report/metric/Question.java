package crm.report.metric;

import crm.engine.model.Metric;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeRange;
import crm.report.catalog.Language;
import java.util.Optional;

/**
 * What was asked, understood.
 *
 * @param compare the range to compare with; absent where none was asked
 * @param language of the answer's labels
 */
record Question(Metric metric, MetricQuery query, Optional<TimeRange> compare, Language language) {}
