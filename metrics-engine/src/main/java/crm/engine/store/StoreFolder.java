package crm.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that a store's files lie in: {@code acme.3.duckdb} is the tenant {@code acme}'s third file, and the only one
 * that counts.
 */
final class StoreFolder {

    private static final Pattern FILE = Pattern.compile("([a-z0-9_]+)\\.(\\d{1,9})\\.duckdb");
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    /** The folder, made where there is none, rid of what a crash left in it. */
    StoreFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(this.folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Map<String, Path> newest = newest();
        for (Path path : paths()) {
            Path file = path.getFileName().toString().endsWith(".wal") ? withoutEnding(path) : path;
            if (file.getFileName().toString().endsWith(UNFINISHED)
                    || matched(file).isPresent() && !newest.containsValue(file)) {
                delete(file);
            }
        }
    }

    List<String> tenants() {
        return newest().keySet().stream().sorted().toList();
    }

    /** The tenant's file, which may not exist yet. */
    Path of(String tenant) {
        Path newest = newest().get(tenant);
        return newest == null ? numbered(tenant, 1) : newest;
    }

    /** The file that may follow this one. */
    Path next(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(UNFINISHED)) {
            return unfinished(next(withoutEnding(file)));
        }
        Matcher matcher = matched(file).orElseThrow();
        return numbered(matcher.group(1), Integer.parseInt(matcher.group(2)) + 1);
    }

    /** Where the file is written before it counts. */
    Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /** The database's log of what is not in the file yet. */
    static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + ".wal");
    }

    void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void delete(Path file) {
        try {
            // The log first: a file without its log is only older, a log without its file is nobody's.
            Files.deleteIfExists(log(file));
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the database puts what its memory does not hold. */
    Path spill() {
        return folder.resolve("spill");
    }

    static Path temporary() {
        try {
            return Files.createTempDirectory("column-store");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void deleteWhole() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path numbered(String tenant, int number) {
        return folder.resolve(tenant + "." + number + ".duckdb");
    }

    private Map<String, Path> newest() {
        Map<String, Path> newest = new HashMap<>();
        for (Path path : paths()) {
            matched(path).ifPresent(matcher -> newest.merge(matcher.group(1), path, StoreFolder::later));
        }
        return newest;
    }

    private static Path later(Path one, Path other) {
        return number(one) > number(other) ? one : other;
    }

    private static int number(Path file) {
        return Integer.parseInt(matched(file).orElseThrow().group(2));
    }

    private static Optional<Matcher> matched(Path file) {
        Matcher matcher = FILE.matcher(file.getFileName().toString());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static Path withoutEnding(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    }

    private List<Path> paths() {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
