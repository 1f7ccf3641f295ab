package crm.workbench.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but their owner may read. */
final class SecretFile {

    private SecretFile() {}

    /** Makes the file, empty, unless it is there. */
    static void create(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            if (Files.getFileStore(file.toAbsolutePath().resolveSibling("")).supportsFileAttributeView("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (IOException failed) {
            throw new LaunchFailed("cannot make " + file, failed);
        }
    }

    static void write(Path file, String text) {
        create(file);
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new LaunchFailed("cannot write " + file, failed);
        }
    }
}
