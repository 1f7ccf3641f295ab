package crm.workbench.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * The tenant that a newcomer looks at, as the data directory remembers it.
 *
 * @param sampleDay the day on which its sample world ends; a start that was broken off loads the same world again
 * @param loaded whether the whole sample world was taken
 */
record DemoTenant(String id, String ingestKey, String reportKey, Optional<LocalDate> sampleDay, boolean loaded) {

    /** Creates the tenant. */
    static DemoTenant create(ServiceClient admin) {
        ServiceClient.Answer answer = admin.post("/v1/tenants", """
                {"name": "Demo", "timeZone": "Europe/Brussels", "currency": "EUR", "weekStart": "monday", \
                "fiscalYearStart": 1}""");
        if (answer.status() / 100 != 2) {
            throw new LaunchFailed("the demo tenant was refused (" + answer.status() + "): " + answer.body());
        }
        JsonNode keys = answer.body().required("keys");
        return new DemoTenant(
                answer.body().required("id").asText(),
                keys.required("ingest").asText(),
                keys.required("report").asText(),
                Optional.empty(),
                false);
    }

    DemoTenant withSample(LocalDate day, boolean complete) {
        return new DemoTenant(id, ingestKey, reportKey, Optional.of(day), complete);
    }

    static Optional<DemoTenant> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties stored = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            stored.load(reader);
        } catch (IOException failed) {
            throw new LaunchFailed("cannot read " + file, failed);
        }
        return Optional.of(new DemoTenant(
                stored.getProperty("tenant", ""),
                stored.getProperty("ingestKey", ""),
                stored.getProperty("reportKey", ""),
                Optional.ofNullable(stored.getProperty("sampleDay")).map(LocalDate::parse),
                Boolean.parseBoolean(stored.getProperty("loaded"))));
    }

    void write(Path file) {
        Properties stored = new Properties();
        stored.setProperty("tenant", id);
        stored.setProperty("ingestKey", ingestKey);
        stored.setProperty("reportKey", reportKey);
        sampleDay.ifPresent(day -> stored.setProperty("sampleDay", day.toString()));
        stored.setProperty("loaded", Boolean.toString(loaded));
        SecretFile.create(file);
        try (Writer writer = Files.newBufferedWriter(file)) {
            stored.store(writer, null);
        } catch (IOException failed) {
            throw new LaunchFailed("cannot write " + file, failed);
        }
    }
}
