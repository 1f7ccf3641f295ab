package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ingest-service's document for a program that makes requests from it: what it says in several ways is said once, and
 * records and tenants have the ids of such as are there.
 */
final class SaidOnce {

    /** The one way left in which a key is presented. */
    static final String SCHEME = "bearer";

    private static final String JSON = "application/json";

    /**
     * What making requests at random cannot do: keys are made and revoked only by who knows them, tenants are made with
     * another key, rejections and imports have ids that nobody chooses, and an event in JSON alone has its attributes in
     * headers that the document cannot name. A range of days must not end where it begins.
     */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "/v1/events|/v1/reconciliation|/v1/tenants|/v1/tenants/.*/keys.*|/v1/rejections/\\{id}.*|/v1/imports/.*\\{.*");

    private SaidOnce() {}

    static JsonNode of(JsonNode document, Map<String, String> ids) {
        ObjectNode said = document.deepCopy();
        ObjectNode paths = (ObjectNode) said.required("paths");
        for (String path : names(paths)) {
            ObjectNode operations = (ObjectNode) paths.required(path);
            names(operations).stream()
                    .filter(method -> operations.required(method).has("responses"))
                    .forEach(method -> simplify(path, method, operations, ids));
            if (LEFT_OUT.matcher(path).matches() || operations.isEmpty()) {
                paths.remove(path);
            }
        }
        said.required("components").required("schemas").forEach(SaidOnce::simplify);
        return said;
    }

    private static void simplify(String path, String method, ObjectNode operations, Map<String, String> ids) {
        ObjectNode operation = (ObjectNode) operations.required(method);
        operation.putArray("security").addObject().putArray(SCHEME);
        // What is refused in part is asked for by nobody.
        ((ObjectNode) operation.required("responses")).remove("207");
        operation.path("parameters").forEach(parameter -> settle(path, (ObjectNode) parameter, ids));
        JsonNode content = operation.path("requestBody").path("content");
        if (content instanceof ObjectNode formats) {
            formats.retain(JSON);
            if (formats.isEmpty()) {
                operations.remove(method);
            } else if (formats.at("/application~1json/schema").has("oneOf")) {
                // A record alone is judged like each of many.
                ((ObjectNode) formats.required(JSON)).set("schema", formats.at("/application~1json/schema/oneOf/0"));
            }
        }
    }

    private static void settle(String path, ObjectNode parameter, Map<String, String> ids) {
        String name = parameter.required("name").asText();
        if (parameter.path("in").asText().equals("path")) {
            only(parameter, ids.getOrDefault(path, ids.getOrDefault(name, name)));
        } else if (name.equals("collection") && parameter.has("example")) {
            only(parameter, parameter.required("example").asText());
        } else if (parameter.at("/schema/format").asText().equals("date-time") && name.equals("to")) {
            // It must come after from, which is drawn too.
            only(parameter, "2999-01-01T00:00:00Z");
        }
    }

    private static void only(ObjectNode parameter, String value) {
        parameter.putObject("schema").put("type", "string").putArray("enum").add(value);
    }

    private static void simplify(JsonNode schema) {
        // Short ids come again, and the same version with other content is a conflict, of which the document cannot
        // tell.
        if (schema.path("properties").has("custom")) {
            ((ObjectNode) schema.required("properties")).remove("updatedAt");
        }
        schema.findParents("pattern").forEach(each -> draw((ObjectNode) each));
    }

    /** What a pattern allows is drawn at random, which rarely gives a currency or a number within its bounds. */
    private static void draw(ObjectNode type) {
        if (type.path("pattern").asText().equals("^[A-Z]{3}$")) {
            type.remove("pattern");
            type.putArray("enum").add("EUR").add("USD");
        } else if (type.path("type").isArray()) {
            type.remove("pattern");
            type.put("type", "integer");
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
