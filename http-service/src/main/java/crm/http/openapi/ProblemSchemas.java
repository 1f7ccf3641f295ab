package crm.http.openapi;

import crm.http.problem.Problem;
import crm.http.problem.ProblemType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Problems as OpenAPI components. */
public final class ProblemSchemas {

    private static final String REFERENCE = "#/components/schemas/Problem";

    private ProblemSchemas() {}

    static void addTo(Components components) {
        components.addSchema("Problem", problem());
        components.addSchema("Violation", violation());
        for (ProblemType type : ProblemType.values()) {
            components.addResponse(name(type), response(type));
        }
    }

    /** The response that tells a problem of this type, as a reference. */
    public static APIResponse reference(ProblemType type) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name(type));
    }

    private static APIResponse response(ProblemType type) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(type.title() + '.')
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(REFERENCE))));
        return type.passes()
                ? response.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds to wait before the same request is worth another try.")
                                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)))
                : response;
    }

    private static Schema problem() {
        Schema type = text("What kind of problem it is; stable.");
        Stream.of(ProblemType.values()).map(ProblemType::uri).forEach(type::addEnumeration);
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A problem as RFC 9457 tells it, with everything that is wrong at once.")
                .required(List.of("type", "title", "status", "detail", "errors"))
                .addProperty("type", type)
                .addProperty("title", text("The kind of problem in words."))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("The HTTP status."))
                .addProperty("detail", text("What is wrong this time."))
                .addProperty("instance", text("Names this occurrence, where something does."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")));
    }

    private static Schema violation() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("One thing that is wrong.")
                .required(List.of("code", "detail"))
                .addProperty("pointer", text("Where in the body, as a JSON pointer."))
                .addProperty("parameter", text("Which parameter."))
                .addProperty("code", text("What is wrong, for programs; stable."))
                .addProperty("detail", text("What is wrong, for people."));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private static String name(ProblemType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }
}
