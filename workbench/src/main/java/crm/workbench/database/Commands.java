package crm.workbench.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs commands that end by themselves. */
final class Commands {

    private Commands() {}

    /** Runs a command to its end, feeding it {@code input}; its output goes to {@code log}. */
    static void run(List<String> command, Path log, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException brokenPipe) {
            process.destroy();
            throw new IOException(command.get(0) + " stopped reading; see " + log, brokenPipe);
        }
        int exit = exitOf(process);
        if (exit != 0) {
            throw new IOException(command.get(0) + " ended with " + exit + ":\n" + LogTail.of(log));
        }
    }

    private static int exitOf(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
