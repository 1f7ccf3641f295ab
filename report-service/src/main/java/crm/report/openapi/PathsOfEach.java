package crm.report.openapi;

import static java.util.Objects.requireNonNull;

import crm.report.table.Format;
import java.util.List;
import java.util.Map;
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

/**
 * Replaces the paths of a list that have an id in braces by the same operations for each on it, in its own words. Who
 * extends it names the filter itself too: only classes that do so in their own words are found.
 */
abstract class PathsOfEach<T> implements OASFilter {

    static final int BEFORE_THE_SHARED_PARTS = 100;

    private final String list;
    private final String root;

    PathsOfEach(String list) {
        this.list = list;
        this.root = list + "/{id}";
    }

    abstract Stream<T> all();

    abstract String id(T each);

    abstract String title(T each);

    abstract String description(T each);

    /** An answer, as the path without anything behind the id gives it. */
    abstract Object example(T each);

    /** @param part what stands behind the id; empty for the answer itself */
    abstract List<Parameter> parameters(T each, String part);

    @Override
    public final void filterOpenAPI(OpenAPI document) {
        Paths paths = document.getPaths();
        Map<String, PathItem> general = Map.copyOf(paths.getPathItems());
        requireNonNull(requireNonNull(general.get(list)).getGET()).addParameter(QueryParameters.language());
        List<String> placeholders = general.keySet().stream()
                .filter(path -> path.startsWith(root))
                .sorted()
                .toList();
        placeholders.forEach(paths::removePathItem);
        all().forEach(each -> {
            for (String path : placeholders) {
                Operation operation =
                        requireNonNull(requireNonNull(general.get(path)).getGET());
                paths.addPathItem(
                        path.replace("{id}", id(each)),
                        OASFactory.createPathItem().GET(of(each, path.substring(root.length()), operation)));
            }
        });
    }

    private Operation of(T each, String part, Operation general) {
        return OASFactory.createOperation()
                .tags(List.of(id(each)))
                .operationId(general.getOperationId() + Words.upperCamel(id(each)))
                .summary(part.isEmpty() ? title(each) : general.getSummary() + ": " + title(each))
                .description(part.isEmpty() ? description(each) : general.getDescription())
                .security(general.getSecurity())
                .responses(responses(each, part, general))
                .parameters(parameters(each, part));
    }

    private APIResponses responses(T each, String part, Operation general) {
        APIResponses responses = OASFactory.createAPIResponses();
        general.getResponses().getAPIResponses().forEach((status, response) -> {
            APIResponse own = OASFactory.createAPIResponse().description(response.getDescription());
            if (response.getContent() != null) {
                Content content = OASFactory.createContent();
                response.getContent().getMediaTypes().forEach((type, media) -> {
                    boolean table = type.equals(Format.CSV_TYPE) || type.equals(Format.XLSX_TYPE);
                    MediaType ownMedia =
                            OASFactory.createMediaType().schema(table ? QueryParameters.text() : media.getSchema());
                    content.addMediaType(type, part.isEmpty() && !table ? ownMedia.example(example(each)) : ownMedia);
                });
                own.setContent(content);
            }
            responses.addAPIResponse(status, own);
        });
        return responses;
    }
}
