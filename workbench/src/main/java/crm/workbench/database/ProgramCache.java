package crm.workbench.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Where programs that come inside jars are unpacked, once for this user of the machine.
 *
 * @param directory {@code CRM_CACHE_DIR}, else {@code crm-reporting} in the user's cache folder
 */
record ProgramCache(Path directory) {

    static ProgramCache ofThisUser() {
        String chosen = System.getenv("CRM_CACHE_DIR");
        return new ProgramCache(
                chosen != null ? Path.of(chosen) : Path.of(System.getProperty("user.home"), ".cache", "crm-reporting"));
    }

    /** The folder {@code resource} of the class path as a folder on disk, unpacked if this is the first time. */
    Path unpacked(String resource, String name) throws IOException {
        Path target = directory.resolve(name).toAbsolutePath();
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(directory);
        Path unfinished = Files.createTempDirectory(directory, name + "-");
        unpack(resource, unfinished);
        try {
            return Files.move(unfinished, target);
        } catch (FileSystemException alreadyThere) {
            Directories.delete(unfinished);
            if (Files.isDirectory(target)) {
                return target;
            }
            throw alreadyThere;
        }
    }

    private static void unpack(String resource, Path target) throws IOException {
        URL url = ProgramCache.class.getClassLoader().getResource(resource + "/");
        if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("the class path has no jar with " + resource);
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(resource + "/"))
                    .forEach(entry ->
                            copy(jar, entry, target.resolve(entry.getName().substring(resource.length() + 1))));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) {
        try (InputStream content = jar.getInputStream(entry)) {
            Files.createDirectories(file.resolveSibling(""));
            Files.copy(content, file);
            if (entry.getName().contains("/bin/") && !file.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
