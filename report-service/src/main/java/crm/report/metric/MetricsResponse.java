package crm.report.metric;

import crm.engine.model.Metric;
import java.util.List;

/** The catalogue in short. */
record MetricsResponse(List<Entry> metrics) {

    static MetricsResponse of(List<Metric> metrics) {
        return new MetricsResponse(metrics.stream().map(Entry::of).toList());
    }

    /**
     * A metric in short.
     *
     * @param href where it is answered
     */
    record Entry(
            String id,
            String name,
            String description,
            String unit,
            String displayUnit,
            boolean additive,
            String href,
            String definition) {

        static Entry of(Metric metric) {
            return new Entry(
                    metric.id(),
                    metric.name(),
                    metric.description(),
                    metric.unit().code(),
                    metric.unit().display(),
                    metric.additive(),
                    Links.metric(metric),
                    Links.definition(metric));
        }
    }
}
