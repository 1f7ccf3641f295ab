package crm.workbench.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The one server that the tests of a program share, below the module's {@code target}. */
final class SharedDatabase {

    private static final Path PARENT = Path.of("target", "database");

    private SharedDatabase() {}

    static EmbeddedDatabase get() {
        return Holder.DATABASE;
    }

    private static EmbeddedDatabase start() {
        try {
            sweep();
            Path data = PARENT.resolve(Long.toString(ProcessHandle.current().pid()));
            EmbeddedDatabase database =
                    EmbeddedDatabase.start(DatabaseSettings.in(data).withBufferPoolMegabytes(256));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(database, data), "drop-database"));
            return database;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes what test runs that were killed have left: their data directories are named by their process. */
    private static void sweep() throws IOException {
        if (!Files.isDirectory(PARENT)) {
            return;
        }
        for (Path data : dataDirectories()) {
            String name = data.getFileName().toString();
            if (name.chars().allMatch(Character::isDigit)
                    && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                LeftBehindServer.stop(data);
                Directories.delete(data);
            }
        }
    }

    private static List<Path> dataDirectories() throws IOException {
        try (Stream<Path> children = Files.list(PARENT)) {
            return children.toList();
        }
    }

    private static void drop(EmbeddedDatabase database, Path data) {
        database.stop();
        try {
            Directories.delete(data);
        } catch (IOException leftForTheNextRun) {
            System.err.println("could not remove " + data + ": " + leftForTheNextRun.getMessage());
        }
    }

    private static final class Holder {
        private static final EmbeddedDatabase DATABASE = start();
    }
}
