package crm.report.metric;

import crm.engine.model.Metric;
import crm.report.catalog.Catalogue;
import crm.report.catalog.Language;
import crm.report.catalog.MetricNames;
import java.util.List;

/** The catalogue in short. */
record MetricsResponse(List<Entry> metrics) {

    static MetricsResponse of(List<Metric> metrics, Language language) {
        return new MetricsResponse(
                metrics.stream().map(metric -> Entry.of(metric, language)).toList());
    }

    /**
     * A metric in short.
     *
     * @param group standard, or extended
     * @param href where it is answered
     */
    record Entry(
            String id,
            String group,
            String name,
            String description,
            String unit,
            String displayUnit,
            boolean additive,
            String href,
            String definition) {

        static Entry of(Metric metric, Language language) {
            return new Entry(
                    metric.id(),
                    Catalogue.group(metric).word(),
                    MetricNames.of(metric, language),
                    metric.description(),
                    metric.unit().code(),
                    metric.unit().display(),
                    metric.additive(),
                    Links.metric(metric),
                    Links.definition(metric));
        }
    }
}
