package crm.workbench.launch;

import crm.workbench.database.LogTail;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts the product with a demo tenant and keeps it running until Ctrl-C. */
public final class Launcher {

    private final LaunchSettings settings;
    private final Screen screen;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Launcher(LaunchSettings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        boolean terminal = "true".equals(System.getenv("CRM_TERMINAL")) && System.getenv("NO_COLOR") == null;
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8), terminal);
        try {
            new Launcher(LaunchSettings.of(System.getenv()), screen).run();
        } catch (LaunchFailed failed) {
            screen.failure(String.valueOf(failed.getMessage()));
            System.exit(1);
        }
    }

    private void run() {
        Path data = DataDirectory.open(settings.dataDirectory()).path();
        Installation installation = new Installation(settings, client);
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(installation, stopping), "stop"));
        try {
            String adminKey = settings.adminKey().orElseGet(() -> AdminKey.kept(data.resolve("admin-key")));
            installation.start(adminKey, screen);
            welcome(data, adminKey);
            throw endedByItself(installation, installation.awaitEnd());
        } catch (LaunchFailed failed) {
            // Ctrl-C reaches the children too, and what they then fail at is no failure.
            Pause.milliseconds(500);
            if (!stopping.get()) {
                throw failed;
            }
        }
    }

    private void welcome(Path data, String adminKey) {
        Clock clock = Clock.systemUTC();
        Demo demo = new Demo(
                client,
                URI.create("http://127.0.0.1:" + settings.ingestPort()),
                URI.create("http://127.0.0.1:" + settings.reportPort()),
                data.resolve("demo.properties"),
                screen,
                clock);
        Welcome welcome = demo.prepare(adminKey, settings.sample());
        Path environment = data.resolve("demo.env");
        SecretFile.write(environment, welcome.environment());
        welcome.show(screen, environment, clock);
    }

    private static LaunchFailed endedByItself(Installation installation, String part) {
        Path log = installation.log(part);
        return new LaunchFailed(part + " has ended by itself. The end of " + log + ":\n\n" + LogTail.of(log));
    }

    private void stop(Installation installation, AtomicBoolean stopping) {
        stopping.set(true);
        if (!installation.hasParts()) {
            return;
        }
        screen.line("");
        screen.step("stopping");
        installation.stop();
        screen.done("stopped");
    }
}
