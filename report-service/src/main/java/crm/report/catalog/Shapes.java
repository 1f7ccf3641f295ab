package crm.report.catalog;

import crm.engine.model.Metric;
import crm.engine.model.Shape;

/** Shapes taken from other metrics. */
final class Shapes {

    private Shapes() {}

    /** What a metric tells beside its value, as a value of its own. */
    static Shape besides(Metric metric, String companion) {
        return metric.shape().companions().stream()
                .filter(each -> each.name().equals(companion))
                .map(each -> Shape.of(each.formula()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(metric.id() + " tells no " + companion));
    }
}
