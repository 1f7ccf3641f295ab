package crm.ingest.access;

import static io.restassured.RestAssured.given;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every operation that the service's document names.
 *
 * @param scopes the scopes of keys that may use it
 */
record Operations(String method, String path, Set<String> scopes) {

    static List<Operations> all() {
        JsonPath document = given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        List<Operations> operations = new ArrayList<>();
        paths.forEach((path, item) ->
                item.forEach((method, operation) -> operations.add(new Operations(method, path, scopes(operation)))));
        return operations;
    }

    /** All operations, but of those that every kind of record has alike, only one kind's. */
    static List<Operations> ofOneKind() {
        Set<String> others = RecordKinds.all().stream()
                .map(RecordKind::collection)
                .filter(collection -> !collection.equals("deals"))
                .map(collection -> "/v1/" + collection)
                .collect(Collectors.toSet());
        return all().stream()
                .filter(operation ->
                        !others.contains(operation.path().replace("/{id}", "").replace("/v1/imports/", "/v1/")))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> scopes(Map<String, Object> operation) {
        List<Map<String, List<String>>> security = (List<Map<String, List<String>>>) operation.get("security");
        return security == null ? Set.of() : Set.copyOf(security.getFirst().get("bearer"));
    }

    /** The path with a name of this shape in each brace. */
    String pathTo(String name) {
        return path.replaceAll("\\{[^}]+}", name);
    }
}
