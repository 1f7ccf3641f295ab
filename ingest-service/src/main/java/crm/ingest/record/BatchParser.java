package crm.ingest.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.record.RecordKind;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request, in whatever format, into a verdict for each of its records. */
final class BatchParser {

    private BatchParser() {}

    /** The verdicts on a body of JSON. */
    static List<Verdict> parse(RecordKind kind, byte[] json, Instant now) {
        return parse(kind, SentBody.json(json), now);
    }

    /**
     * One verdict for each record, in the body's order.
     *
     * @throws ProblemException where the body cannot be read as a whole, or holds too much
     */
    static List<Verdict> parse(RecordKind kind, SentBody body, Instant now) {
        Verdicts verdicts = new Verdicts();
        try {
            switch (body.format()) {
                case JSON -> JsonRecords.read(kind, body, now, verdicts);
                case NDJSON -> NdjsonRecords.read(kind, body.open(), now, verdicts);
                case CSV -> CsvRecords.read(kind, body.open(), now, verdicts);
            }
        } catch (UncheckedIOException broken) {
            throw unreadable(broken.getCause());
        } catch (IOException broken) {
            throw unreadable(broken);
        }
        return verdicts.all();
    }

    private static ProblemException unreadable(@Nullable IOException failure) {
        String detail =
                switch (failure) {
                    case JsonProcessingException malformed -> RecordJson.detail(malformed);
                    case ZipException notPacked -> "The body is not packed by gzip.";
                    case EOFException cutOff -> "The body is not packed by gzip, or was cut off.";
                    case null, default -> "The body is not JSON in UTF-8.";
                };
        return new ProblemException(ProblemType.UNREADABLE, detail);
    }
}
