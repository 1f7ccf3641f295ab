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
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Replaces the paths with a collection in braces by the same operations for each record kind, with its schema. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = RecordPaths.BEFORE_THE_SHARED_PARTS)
public final class RecordPaths implements OASFilter {

    static final int BEFORE_THE_SHARED_PARTS = 100;

    private static final String COLLECTION = "collection";
    private static final String CSV = "text/csv";
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
            special.setRequestBody(body(general.getRequestBody(), kind));
        }
        return special;
    }

    /** Records in all their formats, or a file where the operation takes nothing else. */
    private static RequestBody body(RequestBody general, RecordKind kind) {
        Content taken = general.getContent();
        boolean file = taken != null
                && taken.hasMediaType(CSV)
                && taken.getMediaTypes().size() == 1;
        return file
                ? OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent().addMediaType(CSV, rows(kind)))
                : OASFactory.createRequestBody()
                        .required(true)
                        .description(RecordBodies.DESCRIPTION)
                        .content(RecordBodies.of(kind));
    }

    private static MediaType rows(RecordKind kind) {
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .example(RecordSchemas.exampleRows(kind));
    }

    private static List<Parameter> parameters(Operation general) {
        List<Parameter> parameters =
                new ArrayList<>(Objects.requireNonNullElse(general.getParameters(), List.<Parameter>of()));
        parameters.removeIf(
                parameter -> COLLECTION.equals(parameter.getName()) || parameter.getIn() == Parameter.In.HEADER);
        return parameters;
    }
}
