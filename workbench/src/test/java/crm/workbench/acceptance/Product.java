package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crm.workbench.database.LogTail;
import crm.workbench.launch.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged product, started by its own launcher on free ports, with data of its own and no sample in it. */
final class Product implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final String ADMIN_KEY = "an-admin-key-for-acceptance-tests-only";

    private final Process launcher;
    private final Path log;
    private final Api ingest;
    private final Api report;

    private Product(Process launcher, Path log, Api ingest, Api report) {
        this.launcher = launcher;
        this.log = log;
        this.ingest = ingest;
        this.report = report;
    }

    static Product start() throws IOException {
        Path data = TestDirectories.fresh("product");
        Path log = data.resolve("launcher.log");
        int ingestPort = FreePorts.next();
        int reportPort = FreePorts.next();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String classes = System.getProperty("java.class.path");
        ProcessBuilder builder = new ProcessBuilder(List.of(java.toString(), "-cp", classes, Launcher.class.getName()))
                .directory(TestDirectories.projectRoot().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SAMPLE", "false");
        builder.environment().put("DATA_DIR", data.toString());
        builder.environment().put("INGEST_PORT", Integer.toString(ingestPort));
        builder.environment().put("REPORT_PORT", Integer.toString(reportPort));
        builder.environment().put("CRM_ADMIN_KEY", ADMIN_KEY);
        Product product = new Product(
                builder.start(),
                log,
                Api.at(URI.create("http://127.0.0.1:" + ingestPort)),
                Api.at(URI.create("http://127.0.0.1:" + reportPort)));
        product.awaitReady();
        return product;
    }

    /** The ingest-service, asked without a key. */
    Api ingest() {
        return ingest;
    }

    /** The report-service, asked without a key. */
    Api report() {
        return report;
    }

    /** A new tenant that counts days in UTC and money in US dollars. */
    Partner newPartner(String name) {
        return newPartner(ingest.with(ADMIN_KEY), report, name);
    }

    /** A new tenant as the service tells it. */
    JsonNode newTenant(String name) {
        return newTenant(ingest.with(ADMIN_KEY), name);
    }

    /** A key of a tenant that opens everything the tenant may do. */
    String everyScope(JsonNode tenant) {
        ObjectNode wanted = new ObjectMapper().createObjectNode();
        wanted.putArray("scopes").add("ingest").add("report").add("admin");
        return ingest.with(ADMIN_KEY)
                .post("/v1/tenants/" + tenant.required("id").asText() + "/keys", wanted)
                .json(201)
                .required("key")
                .asText();
    }

    static Partner newPartner(Api admin, Api report, String name) {
        JsonNode keys = newTenant(admin, name).required("keys");
        return new Partner(
                admin.with(keys.required("ingest").asText()),
                report.with(keys.required("report").asText()));
    }

    private static JsonNode newTenant(Api admin, String name) {
        JsonNode settings = new ObjectMapper()
                .createObjectNode()
                .put("name", name)
                .put("timeZone", "UTC")
                .put("currency", "USD")
                .put("weekStart", "monday")
                .put("fiscalYearStart", 1);
        return admin.post("/v1/tenants", settings).json(201);
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                launcher.descendants().forEach(ProcessHandle::destroyForcibly);
                launcher.destroyForcibly();
                throw new IllegalStateException("the launcher did not stop: " + LogTail.of(log));
            }
        } catch (InterruptedException interrupted) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        try {
            Waiting.until("the product is ready", START_LIMIT, () -> {
                if (!launcher.isAlive()) {
                    throw new IllegalStateException("the launcher has ended: " + LogTail.of(log));
                }
                return ingest.isReady() && report.isReady();
            });
        } catch (IllegalStateException | UncheckedIOException failed) {
            close();
            throw failed;
        }
    }
}
