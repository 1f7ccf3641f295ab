package crm.ingest.mapping;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mappings that everybody has: for the exports of well-known systems, one file each among the resources. */
@Singleton
public class ReadyMappings {

    private static final List<String> NAMES = List.of(
            "hubspot-deals",
            "hubspot-contacts",
            "hubspot-calls",
            "salesforce-deals",
            "salesforce-contacts",
            "salesforce-calls",
            "pipedrive-deals",
            "pipedrive-contacts",
            "pipedrive-calls",
            "zendesk-sell-deals",
            "zendesk-sell-contacts",
            "zendesk-sell-calls");

    private final Map<String, String> jsons = new LinkedHashMap<>();

    ReadyMappings() {
        NAMES.forEach(name -> jsons.put(name, read(name)));
    }

    /** All of them, as JSON. */
    List<String> all() {
        return List.copyOf(jsons.values());
    }

    Optional<String> json(String name) {
        return Optional.ofNullable(jsons.get(name));
    }

    private static String read(String name) {
        try (InputStream file = ReadyMappings.class.getResourceAsStream("ready/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("no file of the mapping " + name);
            }
            return MappingBody.read(file.readAllBytes(), name).json();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
