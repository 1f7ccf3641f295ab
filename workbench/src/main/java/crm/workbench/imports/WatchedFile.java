package crm.workbench.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** A file that tells how much of it was read. */
final class WatchedFile extends FilterInputStream {

    private final LongConsumer watcher;
    private long read;

    WatchedFile(InputStream file, LongConsumer watcher) {
        super(file);
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(count);
        return count;
    }

    private void count(int bytes) {
        if (bytes > 0) {
            read += bytes;
            watcher.accept(read);
        }
    }
}
