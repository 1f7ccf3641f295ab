package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Switch;
import crm.engine.query.Filter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code filter[dimension]}, {@code [not]}, {@code [gte]} and {@code [lt]}, and what a metric calls otherwise. */
final class FilterReader {

    private static final int MOST_MEMBERS = 1_000;
    private static final String BETWEEN = "][";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,18})?");

    private final Parameters parameters;
    private final Metric metric;
    private final DimensionReader dimensions;

    FilterReader(Parameters parameters, Metric metric, DimensionReader dimensions) {
        this.parameters = parameters;
        this.metric = metric;
        this.dimensions = dimensions;
    }

    List<Filter> read() {
        Map<String, Filter> filters = new LinkedHashMap<>();
        parameters.keyed("filter").forEach((key, members) -> {
            String parameter = "filter[" + key + "]";
            if (members.size() > MOST_MEMBERS) {
                parameters.fault(parameter, "too_many_members", "at most " + MOST_MEMBERS + " members");
            }
            int between = key.indexOf(BETWEEN);
            String name = between < 0 ? key : key.substring(0, between);
            String operator = between < 0 ? "" : key.substring(between + BETWEEN.length());
            dimensions
                    .named(parameter, name)
                    .flatMap(dimension -> filter(parameter, dimension, operator, members))
                    .ifPresent(filter -> filters.put(key, filter));
        });
        for (Switch each : metric.switches()) {
            if (each instanceof Switch.Filter named) {
                parameters.one(named.name()).ifPresent(member -> dimensions
                        .named(named.name(), named.dimension())
                        .ifPresent(dimension -> keep(filters, named.name(), dimension, member)));
            }
        }
        refuseContradictions(filters);
        return List.copyOf(filters.values());
    }

    private void keep(Map<String, Filter> filters, String parameter, Dimension dimension, String member) {
        if (filters.put(dimension.name(), new Filter.Only(dimension, List.of(member))) != null) {
            parameters.fault(parameter, "repeated", "filter[" + dimension.name() + "] says the same");
        }
    }

    private Optional<Filter> filter(String parameter, Dimension dimension, String operator, List<String> members) {
        return switch (operator) {
            case "" -> Optional.of(new Filter.Only(dimension, members));
            case "not" -> Optional.of(new Filter.Except(dimension, members));
            case "gte" -> bound(parameter, dimension, members).map(least -> new Filter.AtLeast(dimension, least));
            case "lt" -> bound(parameter, dimension, members).map(limit -> new Filter.Below(dimension, limit));
            default -> {
                parameters.fault(parameter, "unknown_operator", "not, gte or lt");
                yield Optional.empty();
            }
        };
    }

    private Optional<String> bound(String parameter, Dimension dimension, List<String> members) {
        if (members.size() != 1) {
            parameters.fault(parameter, "repeated", "give one value");
            return Optional.empty();
        }
        String bound = members.getFirst();
        if (dimension.isDecimal() && !DECIMAL.matcher(bound).matches()) {
            parameters.fault(parameter, "invalid_number", "the members of " + dimension.name() + " are numbers");
            return Optional.empty();
        }
        if (dimension.isNumeric()
                && !dimension.isDecimal()
                && !WHOLE.matcher(bound).matches()) {
            parameters.fault(parameter, "invalid_number", "the members of " + dimension.name() + " are whole numbers");
            return Optional.empty();
        }
        return Optional.of(bound);
    }

    private void refuseContradictions(Map<String, Filter> filters) {
        for (Map.Entry<String, Filter> one : filters.entrySet()) {
            for (Filter other : filters.values()) {
                if (one.getValue().dimensions().equals(other.dimensions()) && leaveNothing(one.getValue(), other)) {
                    parameters.fault("filter[" + one.getKey() + "]", "contradiction", "together they leave nothing");
                }
            }
        }
    }

    private static boolean leaveNothing(Filter one, Filter other) {
        return switch (one) {
            case Filter.Only only -> only.members().stream().noneMatch(member -> admits(other, member));
            case Filter.AtLeast least -> other instanceof Filter.Below && !admits(other, least.least());
            case Filter.Except except -> false;
            case Filter.Below below -> false;
            case Filter.Outside outside -> false;
        };
    }

    private static boolean admits(Filter filter, String member) {
        return switch (filter) {
            case Filter.Only only -> only.members().contains(member);
            case Filter.Except except -> !except.members().contains(member);
            case Filter.AtLeast least -> ordered(least.dimension(), least.least(), member) <= 0;
            case Filter.Below below -> ordered(below.dimension(), below.limit(), member) > 0;
            case Filter.Outside outside -> true;
        };
    }

    private static int ordered(Dimension dimension, String one, String other) {
        boolean numbers = dimension.isNumeric()
                && DECIMAL.matcher(one).matches()
                && DECIMAL.matcher(other).matches();
        return numbers ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
    }
}
