package crm.report.report;

import crm.engine.model.Metric;
import crm.engine.model.Switch;
import crm.report.catalog.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric or measure as a report asks it.
 *
 * @param with the metric's own parameters that the report settles, by name
 */
public record Asked(Metric metric, Map<String, String> with) {

    public Asked {
        with = Map.copyOf(with);
        for (String name : with.keySet()) {
            if (metric.switchNamed(name).isEmpty()) {
                throw new IllegalArgumentException(metric.id() + " has no parameter " + name);
            }
        }
    }

    public static Asked of(String metric) {
        return new Asked(
                Catalogue.metric(metric).orElseThrow(() -> new IllegalArgumentException("no metric " + metric)),
                Map.of());
    }

    public Asked with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(with);
        more.put(name, value);
        return new Asked(metric, more);
    }

    /** The parameter of that name, where the report leaves it to whoever asks. */
    public Optional<Switch> open(String name) {
        return metric.switchNamed(name).filter(each -> !with.containsKey(name));
    }

    /** Whether rows can be told apart by the dimension of that name. */
    public boolean has(String dimension) {
        return metric.shape().dimensions().stream().anyMatch(each -> each.name().equals(dimension));
    }

    /** The parameters in an address, after those that were given. */
    Map<String, List<String>> over(Map<String, List<String>> given) {
        Map<String, List<String>> all = new LinkedHashMap<>(given);
        with.keySet().stream().sorted().forEach(name -> all.put(name, List.of(with.getOrDefault(name, ""))));
        return all;
    }
}
