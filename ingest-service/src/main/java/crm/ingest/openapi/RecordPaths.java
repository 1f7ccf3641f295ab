package crm.ingest.openapi;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Replaces the paths with a collection in braces by the same operations for each record kind, with its schema. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = RecordPaths.BEFORE_THE_SHARED_PARTS)
public final class RecordPaths implements OASFilter {

    static final int BEFORE_THE_SHARED_PARTS = 100;

    private static final String COLLECTION = "collection";
    private static final String PLACEHOLDER = "{" + COLLECTION + "}";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = Objects.requireNonNull(document.getComponents());
        RecordKinds.all().forEach(kind -> components.addSchema(kind.schemaName(), RecordSchemas.of(kind)));
        Paths paths = document.getPaths();
        for (String path : List.copyOf(paths.getPathItems().keySet())) {
            if (path.contains(PLACEHOLDER)) {
                PathItem general = paths.getPathItem(path);
                paths.removePathItem(path);
                RecordKinds.all()
                        .forEach(kind ->
                                paths.addPathItem(path.replace(PLACEHOLDER, kind.collection()), ofKind(general, kind)));
            }
        }
    }

    private static PathItem ofKind(PathItem general, RecordKind kind) {
        PathItem special = OASFactory.createPathItem();
        general.getOperations()
                .forEach((method, operation) -> special.setOperation(method, ofKind(method, operation, kind)));
        return special;
    }

    private static Operation ofKind(HttpMethod method, Operation general, RecordKind kind) {
        Operation special = OASFactory.createOperation()
                .tags(List.of(kind.collection()))
                .operationId(general.getOperationId() + kind.schemaName())
                .summary(general.getSummary() + ": " + kind.collection())
                .description(
                        method == HttpMethod.POST
                                ? kind.description() + ' ' + general.getDescription()
                                : general.getDescription())
                .security(general.getSecurity())
                .responses(general.getResponses())
                .parameters(parameters(general));
        if (general.getRequestBody() != null) {
            special.setRequestBody(OASFactory.createRequestBody()
                    .required(true)
                    .description(RecordBodies.DESCRIPTION)
                    .content(RecordBodies.of(kind)));
        }
        return special;
    }

    private static List<Parameter> parameters(Operation general) {
        List<Parameter> parameters =
                new ArrayList<>(Objects.requireNonNullElse(general.getParameters(), List.<Parameter>of()));
        parameters.removeIf(
                parameter -> COLLECTION.equals(parameter.getName()) || parameter.getIn() == Parameter.In.HEADER);
        return parameters;
    }
}
