package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Shape;
import crm.engine.query.MetricQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the dimensions that a question names. */
final class DimensionReader {

    private final Parameters parameters;
    private final List<Dimension> allowed;

    /** @param own the fields of the tenant's own, which the shape may have too */
    DimensionReader(Parameters parameters, Shape shape, OwnFields own) {
        this.parameters = parameters;
        this.allowed = Stream.concat(shape.dimensions().stream(), own.dimensions(shape).stream())
                .toList();
    }

    List<Dimension> groupBy() {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : parameters.words("groupBy")) {
            Optional<Dimension> dimension = named("groupBy", name);
            if (dimension.filter(dimensions::contains).isPresent()) {
                parameters.fault("groupBy", "repeated", name + " is named twice");
            } else {
                dimension.ifPresent(dimensions::add);
            }
        }
        if (dimensions.size() > MetricQuery.MOST_DIMENSIONS) {
            parameters.fault(
                    "groupBy", "too_many_dimensions", "at most " + MetricQuery.MOST_DIMENSIONS + " dimensions");
            return dimensions.subList(0, MetricQuery.MOST_DIMENSIONS);
        }
        return dimensions;
    }

    /** The dimension of that name; another name is a fault of {@code parameter}. */
    Optional<Dimension> named(String parameter, String name) {
        Optional<Dimension> found =
                allowed.stream().filter(each -> each.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            parameters.fault(
                    parameter,
                    "unknown_dimension",
                    "\"" + name + "\" is none of "
                            + String.join(
                                    ", ", allowed.stream().map(Dimension::name).toList()));
        }
        return found;
    }
}
