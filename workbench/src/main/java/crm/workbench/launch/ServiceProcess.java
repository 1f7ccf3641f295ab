package crm.workbench.launch;

import crm.workbench.database.LogTail;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A packaged service, running as a child of the launcher.
 *
 * @param url where it answers
 * @param log where its output goes
 */
record ServiceProcess(String name, Process process, URI url, Path log) {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    /** Starts {@code <name>/target/quarkus-app} on a port of 127.0.0.1. */
    static ServiceProcess start(
            String name, int port, List<String> javaOptions, Map<String, String> environment, Path logs) {
        Path jar = Path.of(name, "target", "quarkus-app", "quarkus-run.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new LaunchFailed(name + " is not built: there is no " + jar + ". Start with: make run");
        }
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder()
                .command(command(javaOptions, jar))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            return new ServiceProcess(name, builder.start(), URI.create("http://127.0.0.1:" + port), log);
        } catch (IOException failed) {
            throw new LaunchFailed("cannot start " + name + ": " + failed.getMessage(), failed);
        }
    }

    /** Waits until the service says that it can serve. */
    ServiceProcess awaitReady(HttpClient client) {
        HttpRequest ready = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!answersOk(client, ready)) {
            if (!process.isAlive()) {
                throw new LaunchFailed(name + " ended while it started. " + logEnd());
            }
            if (System.nanoTime() > deadline) {
                throw new LaunchFailed(name + " is not ready after " + START_LIMIT.toSeconds() + " s. " + logEnd());
            }
            Pause.milliseconds(100);
        }
        return this;
    }

    String logEnd() {
        return "The end of " + log + ":\n\n" + LogTail.of(log);
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(List<String> javaOptions, Path jar) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static boolean answersOk(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", interrupted);
        }
    }
}
