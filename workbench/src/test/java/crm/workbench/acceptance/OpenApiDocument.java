package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The OpenAPI document that a service serves, as a client reads it. */
record OpenApiDocument(JsonNode json) {

    /** Something that can be asked of the service. */
    record Operation(String method, String path, List<Parameter> parameters) {

        /** The path with something in place of what stands in braces. */
        String somePath() {
            return path.replaceAll("\\{[^}]*}", "x");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** A parameter in the query of an operation. */
    record Parameter(String name, JsonNode json) {

        /** Values that the document itself calls valid. */
        List<String> validValues() {
            List<String> values = new ArrayList<>();
            if (json.has("example")) {
                values.add(json.required("example").asText());
            }
            schema().path("enum").forEach(word -> values.add(word.asText()));
            Stream.of("minimum", "maximum")
                    .filter(schema()::has)
                    .forEach(bound -> values.add(schema().required(bound).asText()));
            return values;
        }

        private JsonNode schema() {
            return json.path("schema");
        }
    }

    static OpenApiDocument of(Api service) {
        return new OpenApiDocument(service.get("/q/openapi?format=json").json(200));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        json.required("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> member.getValue().has("responses"))
                .forEach(member -> operations.add(new Operation(
                        member.getKey().toUpperCase(Locale.ROOT), path.getKey(), parameters(member.getValue())))));
        return operations;
    }

    private static List<Parameter> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> new Parameter(parameter.required("name").asText(), parameter))
                .toList();
    }
}
