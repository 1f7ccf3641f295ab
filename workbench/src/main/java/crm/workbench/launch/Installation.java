package crm.workbench.launch;

import crm.workbench.database.DatabaseSettings;
import crm.workbench.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Database, ingest-service and report-service, started in this order and stopped in the reverse one. */
public final class Installation implements AutoCloseable {

    private static final String SCHEMA = "crm";
    private static final String REPORT_USER = "crm_report";

    private final LaunchSettings settings;
    private final HttpClient client;
    private final Path logs;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Map<String, ProcessHandle> parts = new ConcurrentHashMap<>();
    private @Nullable Access access;
    private @Nullable ServiceProcess report;

    public Installation(LaunchSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
        this.logs = settings.dataDirectory().resolve("logs");
    }

    /** Starts everything; {@code adminKey} may create tenants. */
    public void start(String adminKey, Screen screen) {
        requireFree(settings.ingestPort(), "INGEST_PORT");
        requireFree(settings.reportPort(), "REPORT_PORT");
        try {
            Files.createDirectories(logs);
        } catch (IOException failed) {
            throw new LaunchFailed("cannot make " + logs, failed);
        }
        screen.step("database");
        access = settings.database().map(given -> new Access(given, given)).orElseGet(this::startDatabase);
        screen.step("ingest-service");
        startService(
                "ingest-service",
                settings.ingestPort(),
                List.of("-Xmx768m"),
                database(),
                Map.of("CRM_ADMIN_KEY", adminKey));
        screen.step("report-service");
        startReportService();
    }

    /** Starts the report-service, which another start on the same store may have filled. */
    public void startReportService() {
        report = startService(
                "report-service",
                settings.reportPort(),
                List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED"),
                access().report(),
                Map.of("CRM_STORE_DIR", storeDirectory().toString()));
    }

    /** Stops the report-service alone. */
    public void stopReportService() {
        if (report != null) {
            report.stop();
        }
    }

    public Path storeDirectory() {
        return settings.dataDirectory().resolve("store");
    }

    /** The database, entered as one who may write. */
    public DatabaseAddress database() {
        return access().ingest();
    }

    /** The process of a part, one of {@code database}, {@code ingest-service} and {@code report-service}. */
    public Optional<ProcessHandle> process(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    /** Waits for a part to end, which none does by itself, and tells which. */
    String awaitEnd() {
        CompletableFuture<?>[] ends = parts.entrySet().stream()
                .map(part -> part.getValue().onExit().thenApply(process -> part.getKey()))
                .toArray(CompletableFuture<?>[]::new);
        return (String) CompletableFuture.anyOf(ends).join();
    }

    Path log(String part) {
        return part.equals("database")
                ? settings.dataDirectory().resolve("database").resolve("server.log")
                : logs.resolve(part + ".log");
    }

    /** Whether there is anything to stop. */
    boolean hasParts() {
        return !parts.isEmpty();
    }

    void stop() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
    }

    private Access startDatabase() {
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(
                            DatabaseSettings.in(settings.dataDirectory().resolve("database")))
                    .stoppedByCaller();
            stops.push(database::stop);
            parts.put("database", database.handle());
            database.createDatabase(SCHEMA);
            database.createReader(SCHEMA, REPORT_USER, REPORT_USER);
            String url = database.jdbcUrl(SCHEMA);
            return new Access(
                    new DatabaseAddress(url, database.user(), database.password()),
                    new DatabaseAddress(url, REPORT_USER, REPORT_USER));
        } catch (IOException failed) {
            throw new LaunchFailed("the embedded database did not start: " + failed.getMessage(), failed);
        }
    }

    private ServiceProcess startService(
            String name, int port, List<String> javaOptions, DatabaseAddress database, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("CRM_DB_URL", database.url());
        environment.put("CRM_DB_USER", database.user());
        environment.put("CRM_DB_PASSWORD", database.password());
        ServiceProcess service = ServiceProcess.start(name, port, javaOptions, environment, logs);
        stops.push(service::stop);
        parts.put(name, service.process().toHandle());
        return service.awaitReady(client);
    }

    private Access access() {
        return Objects.requireNonNull(access, "nothing is started");
    }

    @Override
    public void close() {
        stop();
    }

    private static void requireFree(int port, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new LaunchFailed(
                    "Port " + port + " is in use. Choose another one: make run " + setting + "=" + (port + 1_000));
        }
    }

    private record Access(DatabaseAddress ingest, DatabaseAddress report) {}
}
