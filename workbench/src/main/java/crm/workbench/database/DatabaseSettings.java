package crm.workbench.database;

import java.nio.file.Path;

/**
 * How an embedded database is run.
 *
 * @param dataDirectory where its data lie; made where there is none
 * @param port where it listens on 127.0.0.1; 0 for any free port
 * @param bufferPoolMegabytes memory for its pages
 */
public record DatabaseSettings(Path dataDirectory, int port, int bufferPoolMegabytes) {

    private static final int DEFAULT_BUFFER_POOL_MEGABYTES = 512;

    public DatabaseSettings {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no such port: " + port);
        }
        if (bufferPoolMegabytes < 8) {
            throw new IllegalArgumentException("the buffer pool needs 8 megabytes at least");
        }
    }

    public static DatabaseSettings in(Path dataDirectory) {
        return new DatabaseSettings(dataDirectory, 0, DEFAULT_BUFFER_POOL_MEGABYTES);
    }

    public DatabaseSettings withPort(int otherPort) {
        return new DatabaseSettings(dataDirectory, otherPort, bufferPoolMegabytes);
    }

    public DatabaseSettings withBufferPoolMegabytes(int megabytes) {
        return new DatabaseSettings(dataDirectory, port, megabytes);
    }
}
