package crm.workbench.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import crm.workbench.launch.LaunchFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line understands, and what it says where it does not. */
class ImportOrderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it
    private Path folder;

    @Test
    void keyAndAddressAreTheDemoTenantsUnlessGiven() throws IOException {
        Files.writeString(folder.resolve("demo.env"), "INGEST=http://127.0.0.1:9080\nINGEST_KEY=demo-key\n");

        ImportOrder order = ImportOrder.of(environment(Map.of("DATA_DIR", folder.toString())));

        assertThat(order.service()).isEqualTo(URI.create("http://127.0.0.1:9080"));
        assertThat(order.key()).isEqualTo("demo-key");
        assertThat(ImportOrder.of(environment(Map.of("KEY", "mine", "URL", "https://crm.example/")))
                        .service())
                .isEqualTo(URI.create("https://crm.example"));
    }

    @Test
    void theRefusedRowsGoBesideTheFile() throws IOException {
        ImportOrder order = ImportOrder.of(environment(Map.of("KEY", "mine")));

        assertThat(order.errorsFile()).isEqualTo(folder.resolve("deals-errors.csv"));
    }

    @Test
    void whatIsMissingIsSaidInWords() throws IOException {
        assertThatExceptionOfType(LaunchFailed.class)
                .isThrownBy(() -> ImportOrder.of(Map.of()))
                .withMessageContaining("No FILE is given")
                .withMessageContaining("make import FILE=");
        assertThatExceptionOfType(LaunchFailed.class)
                .isThrownBy(() -> ImportOrder.of(Map.of("FILE", "nowhere.csv", "COLLECTION", "deals")))
                .withMessageContaining("There is no file nowhere.csv");
        assertThatExceptionOfType(LaunchFailed.class)
                .isThrownBy(() -> ImportOrder.of(environment(Map.of("DATA_DIR", folder.toString()))))
                .withMessageContaining("No KEY is given");
        assertThatExceptionOfType(LaunchFailed.class)
                .isThrownBy(() -> ImportOrder.of(environment(Map.of("KEY", "mine", "URL", "nonsense"))))
                .withMessageContaining("URL is nonsense");
    }

    @Test
    void theKeyIsNotPrinted() throws IOException {
        assertThat(ImportOrder.of(environment(Map.of("KEY", "a-secret"))).toString())
                .doesNotContain("a-secret");
    }

    @Test
    void aRefusalIsToldLineByLine() throws IOException {
        String problem = """
                {"detail": "The file's first row does not fit the mapping. See errors.",
                 "errors": [{"pointer": "", "detail": "The file has no column that gives id."},
                            {"parameter": "mapping", "detail": "There is no mapping of that name."}]}""";

        assertThat(ImportRefusal.told(422, new ObjectMapper().readTree(problem)))
                .isEqualTo("""
                        The file was refused (422). The file's first row does not fit the mapping. See errors.
                          The file has no column that gives id.
                          mapping: There is no mapping of that name.""");
    }

    private Map<String, String> environment(Map<String, String> more) throws IOException {
        Path file = Files.writeString(folder.resolve("deals.csv"), "id\n");
        Map<String, String> environment = new HashMap<>(more);
        environment.put("FILE", file.toString());
        environment.put("COLLECTION", "deals");
        return environment;
    }
}
