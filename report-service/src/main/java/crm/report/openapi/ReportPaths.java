package crm.report.openapi;

import static java.util.Objects.requireNonNull;

import crm.report.report.Report;
import crm.report.report.ReportCatalogue;
import crm.report.table.Format;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
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

/** Replaces the paths with a report's id in braces by the same operations for each report, in its own words. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = MetricPaths.BEFORE_THE_SHARED_PARTS)
public final class ReportPaths implements OASFilter {

    private static final String LIST = "/v1/reports";
    private static final String ROOT = "/v1/reports/{id}";

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
        for (Report report : ReportCatalogue.reports()) {
            for (String path : placeholders) {
                Operation operation =
                        requireNonNull(requireNonNull(general.get(path)).getGET());
                paths.addPathItem(
                        path.replace("{id}", report.id()),
                        OASFactory.createPathItem().GET(of(report, path.substring(ROOT.length()), operation)));
            }
        }
    }

    private static Operation of(Report report, String part, Operation general) {
        return OASFactory.createOperation()
                .tags(List.of(report.id()))
                .operationId(general.getOperationId() + Words.upperCamel(report.id()))
                .summary(part.isEmpty() ? report.title() : general.getSummary() + ": " + report.title())
                .description(part.isEmpty() ? describe(report) : general.getDescription())
                .security(general.getSecurity())
                .responses(responses(report, part, general))
                .parameters(parameters(report, part));
    }

    private static String describe(Report report) {
        StringBuilder text = new StringBuilder(report.question()).append('\n');
        report.rules().forEach(rule -> text.append("\n- ").append(rule));
        return text.toString();
    }

    private static List<Parameter> parameters(Report report, String part) {
        return part.isEmpty() ? ReportParameters.of(report) : List.of(QueryParameters.language());
    }

    private static APIResponses responses(Report report, String part, Operation general) {
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
                            type, part.isEmpty() && !table ? ownMedia.example(ReportExample.of(report)) : ownMedia);
                });
                own.setContent(content);
            }
            responses.addAPIResponse(status, own);
        });
        return responses;
    }
}
