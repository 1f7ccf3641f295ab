package crm.workbench.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service that can be killed and started again with the same settings, on the same port. */
final class KillableService {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ProcessBuilder builder;
    private final Api api;
    private Process process;

    private KillableService(ProcessBuilder builder, Api api) throws IOException {
        this.builder = builder;
        this.api = api;
        this.process = builder.start();
    }

    /** Starts {@code <name>/target/quarkus-app} with some environment, and does not wait until it is ready. */
    static KillableService start(String name, Path directory, Map<String, String> environment) throws IOException {
        return start(name, directory, environment, 512);
    }

    /** The same with a heap of so many megabytes. */
    static KillableService start(String name, Path directory, Map<String, String> environment, int heap)
            throws IOException {
        int port = FreePorts.next();
        Path jar = TestDirectories.projectRoot().resolve(Path.of(name, "target", "quarkus-app", "quarkus-run.jar"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + heap + "m", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + ".log").toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new KillableService(builder, Api.at(URI.create("http://127.0.0.1:" + port)));
    }

    Api api() {
        return api;
    }

    void awaitReady() {
        Waiting.until(api.url() + " is ready", START_LIMIT, api::isReady);
    }

    /** Ends it at once, as a power failure would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    void restart() throws IOException {
        process = builder.start();
    }

    /** Ends it in good order. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }
}
