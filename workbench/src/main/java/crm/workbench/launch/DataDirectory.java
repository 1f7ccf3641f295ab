package crm.workbench.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything a started product keeps.
 *
 * @param path the folder, there and ours alone
 * @param lock held until this program ends
 */
record DataDirectory(Path path, FileChannel lock) {

    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new LaunchFailed(
                        "Another start uses " + path + ". Stop it, or choose another folder: make run DATA_DIR=other");
            }
            return new DataDirectory(path, lock);
        } catch (IOException failed) {
            throw new LaunchFailed("cannot use " + path + ": " + failed.getMessage(), failed);
        }
    }
}
