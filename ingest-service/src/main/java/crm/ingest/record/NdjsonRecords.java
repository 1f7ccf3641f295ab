package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.limit.Limits;
import crm.record.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Reads records of which each has a line. Empty lines are none. */
final class NdjsonRecords {

    private static final int LARGEST = Limits.PUBLISHED.bytesInARecord();

    private final RecordKind kind;
    private final SingleRecords records;
    private final InputStream in;
    private final Verdicts verdicts;

    private final byte[] buffer = new byte[8 << 10];
    private byte[] line = new byte[2 << 10];

    /** Bytes of the line so far, of which no more are kept than a record may have. */
    private long length;

    private NdjsonRecords(RecordKind kind, InputStream in, Instant now, Verdicts verdicts) {
        this.kind = kind;
        this.records = new SingleRecords(kind, now);
        this.in = in;
        this.verdicts = verdicts;
    }

    static void read(RecordKind kind, InputStream in, Instant now, Verdicts verdicts) throws IOException {
        new NdjsonRecords(kind, in, now, verdicts).read();
    }

    private void read() throws IOException {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int start = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    append(start, i);
                    end();
                    start = i + 1;
                }
            }
            append(start, count);
        }
        end();
        if (verdicts.all().isEmpty()) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is empty.");
        }
    }

    private void append(int from, int to) {
        int place = (int) Math.min(length, LARGEST + 1);
        int kept = Math.min(to - from, LARGEST + 1 - place);
        if (place + kept > line.length) {
            line = Arrays.copyOf(line, Math.max(place + kept, Math.min(line.length * 2, LARGEST + 1)));
        }
        System.arraycopy(buffer, from, line, place, kept);
        length += to - from;
    }

    private void end() {
        if (length > 0 && length <= LARGEST + 1 && line[(int) length - 1] == '\r') {
            length--;
        }
        if (length > LARGEST) {
            verdicts.add(tooLarge());
        } else if (!isBlank()) {
            verdicts.add(records.read(line, (int) length));
        }
        length = 0;
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private Verdict tooLarge() {
        String detail = "A record has at most " + LARGEST + " bytes.";
        return new Verdict.Refused(
                kind.collection(), null, List.of(Violation.at("", Fault.TOO_LARGE.code(), detail)), null);
    }
}
