package crm.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crm.workbench.acceptance.Specmatic.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sends the ingest-service what a program makes of its OpenAPI document: what it allows, and what it forbids. */
@Tag("packaged")
@EnabledIf(value = "crm.workbench.acceptance.Specmatic#isThere", disabledReason = Specmatic.REASON)
@ExtendWith(RunningProduct.class)
class GeneratedRequestsTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);

    /** Fewer would mean that most of the document was not understood. */
    private static final int FEWEST = 500;

    /** All kinds are read by the same code; these have every type of field between them. */
    private static final Set<String> USUAL =
            Set.of("teams", "deals", "exchange-rates", "pipelines", "business-hours", "contacts");

    /** Whether requests of every kind are made, which takes several times as long. */
    private static final boolean ALL = Boolean.getBoolean("crm.specmatic.all");

    private final Api service;
    private final Map<String, String> ids = new HashMap<>();

    GeneratedRequestsTest(Product product) {
        JsonNode tenant = product.newTenant("generated");
        ids.put("tenantId", tenant.required("id").asText());
        this.service = product.ingest().with(product.everyScope(tenant));
    }

    @Test
    void everyRequestIsAnsweredAsTheDocumentSays() throws IOException {
        JsonNode document = OpenApiDocument.of(service).json();
        pushExamples(document);

        List<Attempt> attempts = Specmatic.attempts(
                SaidOnce.of(withoutMostKinds(document), ids),
                service.url(),
                service.key().orElseThrow(),
                TestDirectories.fresh("generated"),
                LIMIT);

        assertThat(attempts).hasSizeGreaterThan(FEWEST);
        assertThat(attempts)
                .filteredOn(attempt -> attempt.failure().isPresent()
                        && KnownDeviation.of(attempt).isEmpty())
                .isEmpty();
    }

    private static JsonNode withoutMostKinds(JsonNode document) {
        ObjectNode fewer = document.deepCopy();
        document.required("paths").properties().forEach(path -> {
            Optional<String> kind = kind(path.getKey(), document);
            if (!ALL && kind.isPresent() && !USUAL.contains(kind.get())) {
                ((ObjectNode) fewer.required("paths")).remove(path.getKey());
            }
        });
        return fewer;
    }

    /** The kind of record that an address is about. */
    private static Optional<String> kind(String path, JsonNode document) {
        String collection = path.replace("/{id}", "");
        return document.required("paths").has("/v1/imports/" + collection.substring("/v1/".length()))
                ? Optional.of(collection.substring("/v1/".length()))
                : Optional.empty();
    }

    /** So that there is something to show and to take back. */
    private void pushExamples(JsonNode document) {
        document.required("paths").properties().forEach(path -> {
            JsonNode example = path.getValue().at("/post/requestBody/content/application~1json/example");
            if (example.has("updatedAt")) {
                service.post(path.getKey(), new ObjectMapper().createArrayNode().add(example))
                        .json(202);
                ids.put(path.getKey() + "/{id}", example.required("id").asText());
            }
        });
    }
}
