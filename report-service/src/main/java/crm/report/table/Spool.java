package crm.report.table;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table in a file of its own, whole before its first byte is sent: whoever reads slowly holds no snapshot, and a table
 * that could not be finished is never taken for a whole one. The file is gone once it was sent.
 */
public final class Spool {

    private final Path file;

    private Spool(Path file) {
        this.file = file;
    }

    /** What fills a table. */
    public interface Filling {
        void into(TableWriter table) throws IOException;
    }

    public static Spool of(Format format, Filling filling) {
        try {
            Spool spool = new Spool(Files.createTempFile("table", "." + format.word()));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool.file));
                    TableWriter table = format.writer(out)) {
                filling.into(table);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(spool.file);
                throw failure;
            }
            return spool;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A table that is small enough for the memory. */
    public static byte[] bytesOf(Format format, Filling filling) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.writer(out)) {
            filling.into(table);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    public long length() throws IOException {
        return Files.size(file);
    }

    /** Sends the table, and forgets it. */
    public void sendTo(OutputStream out) throws IOException {
        try {
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
