package crm.report.openapi;

import crm.engine.model.Metric;
import crm.report.catalog.Catalogue;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The paths of metrics, and of the measures that reports are made of, each in its metric's words. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = PathsOfEach.BEFORE_THE_SHARED_PARTS)
public final class MetricPaths extends PathsOfEach<Metric> implements OASFilter {

    private static final Set<String> NOT_OF_STREAMS = Set.of("asOf", "format", "If-None-Match");

    public MetricPaths() {
        super("/v1/metrics");
    }

    @Override
    Stream<Metric> all() {
        return Stream.concat(Catalogue.metrics().stream(), Catalogue.measures().stream());
    }

    @Override
    String id(Metric metric) {
        return metric.id();
    }

    @Override
    String title(Metric metric) {
        return metric.name();
    }

    @Override
    String description(Metric metric) {
        return Words.describe(metric);
    }

    @Override
    Object example(Metric metric) {
        return AnswerExample.of(metric);
    }

    @Override
    List<Parameter> parameters(Metric metric, String part) {
        return switch (part) {
            case "" -> {
                List<Parameter> parameters = new ArrayList<>(QueryParameters.ofQuestion(metric));
                parameters.addAll(QueryParameters.ofAnswer(metric));
                yield parameters;
            }
            case "/stream" -> {
                List<Parameter> parameters = new ArrayList<>(QueryParameters.ofQuestion(metric));
                parameters.addAll(QueryParameters.ofAnswer(metric));
                parameters.removeIf(each -> NOT_OF_STREAMS.contains(each.getName()));
                parameters.add(QueryParameters.lastEvent());
                yield parameters;
            }
            case "/records" -> {
                List<Parameter> parameters = new ArrayList<>(QueryParameters.ofQuestion(metric));
                parameters.addAll(QueryParameters.ofRecords(metric));
                yield parameters;
            }
            default -> List.of(QueryParameters.language());
        };
    }
}
