package crm.report.openapi;

import static java.util.Objects.requireNonNull;

import crm.engine.model.Metric;
import crm.report.catalog.Catalogue;
import crm.report.table.Format;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Replaces the paths with a metric's id in braces by the same operations for each metric, in its own words. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = MetricPaths.BEFORE_THE_SHARED_PARTS)
public final class MetricPaths implements OASFilter {

    static final int BEFORE_THE_SHARED_PARTS = 100;

    private static final Set<String> NOT_OF_STREAMS = Set.of("asOf", "format", "If-None-Match");

    private static final String LIST = "/v1/metrics";
    private static final String ROOT = "/v1/metrics/{id}";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Paths paths = document.getPaths();
        Map<String, PathItem> general = Map.copyOf(paths.getPathItems());
        requireNonNull(requireNonNull(general.get(LIST)).getGET()).addParameter(QueryParameters.language());
        List<String> placeholders = general.keySet().stream()
                .filter(path -> path.startsWith(ROOT))
                .sorted()
                .toList();
        placeholders.forEach(paths::removePathItem);
        for (Metric metric : Stream.concat(Catalogue.metrics().stream(), Catalogue.measures().stream())
                .toList()) {
            for (String path : placeholders) {
                Operation operation =
                        requireNonNull(requireNonNull(general.get(path)).getGET());
                paths.addPathItem(
                        path.replace("{id}", metric.id()),
                        OASFactory.createPathItem().GET(of(metric, path.substring(ROOT.length()), operation)));
            }
        }
    }

    private static Operation of(Metric metric, String part, Operation general) {
        return OASFactory.createOperation()
                .tags(List.of(metric.id()))
                .operationId(general.getOperationId() + Words.upperCamel(metric.id()))
                .summary(part.isEmpty() ? metric.name() : general.getSummary() + ": " + metric.name())
                .description(part.isEmpty() ? Words.describe(metric) : general.getDescription())
                .security(general.getSecurity())
                .responses(responses(metric, part, general))
                .parameters(parameters(metric, part));
    }

    private static List<Parameter> parameters(Metric metric, String part) {
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

    private static APIResponses responses(Metric metric, String part, Operation general) {
        APIResponses responses = OASFactory.createAPIResponses();
        general.getResponses().getAPIResponses().forEach((status, response) -> {
            APIResponse own = OASFactory.createAPIResponse().description(response.getDescription());
            if (response.getContent() != null) {
                Content content = OASFactory.createContent();
                response.getContent().getMediaTypes().forEach((type, media) -> {
                    boolean table = type.equals(Format.CSV_TYPE) || type.equals(Format.XLSX_TYPE);
                    MediaType ownMedia =
                            OASFactory.createMediaType().schema(table ? QueryParameters.text() : media.getSchema());
                    content.addMediaType(
                            type, part.isEmpty() && !table ? ownMedia.example(AnswerExample.of(metric)) : ownMedia);
                });
                own.setContent(content);
            }
            responses.addAPIResponse(status, own);
        });
        return responses;
    }
}
