package crm.report.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every module ships, as text: sources and resources, without tests. */
final class Sources {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private Sources() {}

    /** Files whose text holds the pattern, as paths within the project. */
    static List<String> with(Pattern pattern) {
        return matching(text -> pattern.matcher(text).find());
    }

    static List<String> matching(Predicate<String> accepted) {
        return files().filter(file -> accepted.test(read(file)))
                .map(file -> PROJECT.relativize(file).toString())
                .sorted()
                .toList();
    }

    private static Stream<Path> files() {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve("src/main")).filter(Files::isDirectory).toList().stream()
                    .flatMap(Sources::under);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Stream<Path> under(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Byte by byte, because a resource need not be text. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
