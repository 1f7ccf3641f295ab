package crm.workbench.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that still runs on a data directory because the program that started it was killed. */
final class LeftBehindServer {

    private LeftBehindServer() {}

    /** Ends the server that still runs on {@code dataDirectory}, if there is one. */
    static void stop(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("server.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        Optional<ProcessHandle> server = ProcessHandle.of(pid).filter(LeftBehindServer::isDatabaseServer);
        if (server.isPresent()) {
            end(server.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean isDatabaseServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("mariadbd") || command.contains("mysqld"))
                .orElse(false);
    }

    private static void end(ProcessHandle server) throws IOException {
        server.destroy();
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException tooSlow) {
            server.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException impossible) {
            throw new IOException(impossible);
        }
    }
}
