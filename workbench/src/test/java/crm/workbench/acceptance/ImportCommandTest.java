package crm.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import crm.workbench.imports.ImportCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command line for people, on the packaged product. */
@Tag("packaged")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportCommandTest {

    private static final String HEADER = "Record ID,Deal Name,Deal Stage,Create Date\n";

    private final Partner partner;
    private final Path folder;

    ImportCommandTest(Product product) throws IOException {
        partner = product.newPartner("import-command");
        folder = TestDirectories.fresh("import-command");
    }

    /** What a program ended with, and what it said. */
    private record Ended(int code, String said) {}

    @Test
    void aFileIsImportedAndItsRefusedRowsAreKeptBesideIt() throws Exception {
        Path file = Files.writeString(
                folder.resolve("deals.csv"),
                HEADER + "1,Roof,Closed Won,2025-03-02 09:30\n2,Gutter,Closed Lost,some day\n");

        Ended ended = importing(file, "hubspot-deals");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.said()).contains("2 rows: 1 taken, 0 known before, 1 refused", "deals-errors.csv");
        assertThat(folder.resolve("deals-errors.csv")).content().contains("2,Gutter,Closed Lost,some day,");
        assertThat(partner.ingest().get("/v1/deals/1").status()).isEqualTo(200);
    }

    @Test
    void aLargeFileThatDoesNotFitIsRefusedWithTheReasons() throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.csv"), "colour\n" + "red\n".repeat(5_000_000));

        Ended ended = importing(file, "hubspot-deals");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said()).contains("The file has no column that gives id.");
    }

    private Ended importing(Path file, String mapping) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ImportCommand.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FILE", file.toString());
        builder.environment().put("COLLECTION", "deals");
        builder.environment().put("MAPPING", mapping);
        builder.environment().put("URL", partner.ingest().url().toString());
        builder.environment().put("KEY", partner.ingest().key().orElseThrow());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
