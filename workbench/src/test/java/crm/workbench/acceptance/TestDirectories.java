package crm.workbench.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where acceptance tests find the product and keep its data. */
final class TestDirectories {

    private TestDirectories() {}

    /** An empty folder under {@code target}, where logs can be looked at until the next run. */
    static Path fresh(String name) throws IOException {
        Path folder = Path.of("target", "acceptance", name).toAbsolutePath();
        if (Files.exists(folder)) {
            delete(folder);
        }
        return Files.createDirectories(folder);
    }

    /** The folder that holds every module. */
    static Path projectRoot() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("ingest-service"))) {
            Path parent = root.getParent();
            if (parent == null) {
                throw new IOException("no folder above " + Path.of("").toAbsolutePath() + " holds the services");
            }
            root = parent;
        }
        return root;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> everything = Files.walk(folder)) {
            List<Path> deepestFirst =
                    everything.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
