package crm.workbench.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running database server.
 *
 * @param port where it listens on 127.0.0.1
 */
record ServerProcess(Process process, int port) {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** Starts the server on an initialised data directory and waits until it lets connections in. */
    static ServerProcess start(ServerProgram program, DatabaseSettings settings, int port) throws IOException {
        Path data = settings.dataDirectory();
        Path initial = data.resolve("init.sql");
        Files.writeString(initial, Accounts.INITIAL_STATEMENTS, StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(program.command());
        command.addAll(List.of(
                "--datadir=" + data,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // Relative to the data directory, because the path of a socket may have 107 characters only.
                "--socket=server.sock",
                "--pid-file=server.pid",
                "--init-file=" + initial,
                "--skip-name-resolve",
                "--skip-log-bin",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--max-connections=300",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + settings.bufferPoolMegabytes() + "M"));
        command.addAll(ServerProgram.runningUser());
        Path log = data.resolve("server.log");
        Process process = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        awaitConnections(process, port, log);
        return new ServerProcess(process, port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks the server to end and waits until it has. */
    void stop() {
        process.destroy();
        if (!endsWithin(STOP_LIMIT)) {
            kill();
        }
    }

    /** Ends the server as a power failure would. */
    void kill() {
        process.destroyForcibly();
        endsWithin(STOP_LIMIT);
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void awaitConnections(Process process, int port, Path log) throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!accepts(port)) {
            if (!process.isAlive()) {
                throw new IOException(
                        "the database server ended with " + process.exitValue() + ":\n" + LogTail.of(log));
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("the database server did not start:\n" + LogTail.of(log));
            }
            pause();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            socket.setSoTimeout(2_000);
            // The server greets whoever connects; before it is ready it does not answer at all.
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
