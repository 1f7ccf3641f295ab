package crm.http.openapi;

import crm.http.problem.ProblemType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** Says of every operation which key it needs and which problems it may tell. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = KeysAndProblems.LAST)
public final class KeysAndProblems implements OASFilter {

    /** After the filters that make operations. */
    public static final int LAST = 0;

    static final String BEARER = "bearer";
    static final String API_KEY = "apiKey";
    static final String BASIC = "basic";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        addSchemes(components);
        ProblemSchemas.addTo(components);
        Map<String, PathItem> paths = document.getPaths().getPathItems();
        if (paths != null) {
            paths.forEach(
                    (path, item) -> item.getOperations().values().forEach(operation -> complete(path, operation)));
        }
    }

    private static void addSchemes(Components components) {
        components.setSecuritySchemes(new LinkedHashMap<>());
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("Authorization: Bearer <key>"));
        components.addSecurityScheme(
                API_KEY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("X-API-Key: <key>"));
        components.addSecurityScheme(
                BASIC,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("The key's id and its secret, as spreadsheets and BI tools send them."));
    }

    private static void complete(String path, Operation operation) {
        List<String> scopes = scopes(operation);
        operation.setSecurity(Stream.of(BEARER, API_KEY, BASIC)
                .map(scheme -> OASFactory.createSecurityRequirement().addScheme(scheme, scopes))
                .toList());
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        for (ProblemType type : problems(path, operation)) {
            String status = Integer.toString(type.status());
            if (!saysMore(operation.getResponses().getAPIResponse(status))) {
                operation.getResponses().addAPIResponse(status, ProblemSchemas.reference(type));
            }
        }
    }

    /** Whether the operation's code says what the answer holds; the framework alone says only that there is one. */
    private static boolean saysMore(@Nullable APIResponse response) {
        return response != null && (response.getContent() != null || response.getRef() != null);
    }

    /** The roles that the operation's code names. */
    private static List<String> scopes(Operation operation) {
        List<SecurityRequirement> requirements =
                Objects.requireNonNullElse(operation.getSecurity(), List.<SecurityRequirement>of());
        return requirements.stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private static Set<ProblemType> problems(String path, Operation operation) {
        Set<ProblemType> problems = new TreeSet<>(Set.of(
                ProblemType.UNAUTHENTICATED,
                ProblemType.FORBIDDEN,
                ProblemType.NOT_ACCEPTABLE,
                ProblemType.INTERNAL,
                ProblemType.UNAVAILABLE));
        if (path.contains("{")) {
            problems.add(ProblemType.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(Set.of(
                    ProblemType.UNREADABLE,
                    ProblemType.TOO_LARGE,
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    ProblemType.INVALID_CONTENT));
        } else if (operation.getParameters() != null) {
            problems.add(ProblemType.INVALID_PARAMETERS);
        }
        return problems;
    }
}
