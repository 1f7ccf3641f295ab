package crm.ingest.record;

import crm.ingest.limit.Limits;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Remembers the last bytes that were read, enough for the largest record and what a parser reads ahead of it. */
final class Tape extends FilterInputStream implements SentText {

    private static final int READ_AHEAD = 64 << 10;

    private final byte[] last = new byte[Limits.PUBLISHED.bytesInARecord() + READ_AHEAD];
    private long count;

    Tape(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, Math.min(length, READ_AHEAD));
        for (int done = 0; done < read; ) {
            int place = (int) (count % last.length);
            int part = Math.min(read - done, last.length - place);
            System.arraycopy(buffer, offset + done, last, place, part);
            done += part;
            count += part;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public String between(long from, long to) {
        byte[] text = new byte[(int) (to - from)];
        int place = (int) (from % last.length);
        int part = Math.min(text.length, last.length - place);
        System.arraycopy(last, place, text, 0, part);
        System.arraycopy(last, 0, text, part, text.length - part);
        return new String(text, StandardCharsets.UTF_8).strip();
    }
}
