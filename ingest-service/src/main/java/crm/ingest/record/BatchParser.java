package crm.ingest.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.limit.Limits;
import crm.record.RecordKind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
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
        return parse(verdicts -> {
            switch (body.format()) {
                case JSON -> JsonRecords.read(kind, body, now, verdicts);
                case NDJSON -> NdjsonRecords.read(kind, body.open(), now, verdicts);
                case CSV -> CsvRecords.read(kind, body.open(), now, verdicts);
            }
        });
    }

    /**
     * One verdict for each event of a body that is one event, or a list of them.
     *
     * @param own turns kinds into the tenant's
     */
    static List<Verdict> parseEvents(UnaryOperator<RecordKind> own, SentBody body, Instant now) {
        return parse(verdicts -> JsonRecords.read(body, sent -> new EventReader(own, now, sent)::read, verdicts));
    }

    /** The verdict on the only event of a request, whose attributes are headers. */
    static List<Verdict> parseEvent(
            UnaryOperator<RecordKind> own, EventAttributes attributes, SentBody body, Instant now) {
        return parse(verdicts -> {
            try (InputStream in = body.open()) {
                byte[] data = in.readNBytes(Limits.PUBLISHED.bytesInARecord() + 1);
                in.transferTo(OutputStream.nullOutputStream());
                EventJudge judge = new EventJudge(own, now);
                verdicts.add(
                        data.length > Limits.PUBLISHED.bytesInARecord()
                                ? judge.judge(attributes, EventData.TOO_LARGE, null)
                                : judge.judge(attributes, EventData.of(data), attributes.json(data)));
            }
        });
    }

    private static List<Verdict> parse(BodyReader body) {
        Verdicts verdicts = new Verdicts();
        try {
            body.readInto(verdicts);
        } catch (UncheckedIOException broken) {
            throw unreadable(broken.getCause());
        } catch (IOException broken) {
            throw unreadable(broken);
        }
        return verdicts.all();
    }

    /** Reads a body into verdicts. */
    @FunctionalInterface
    private interface BodyReader {
        void readInto(Verdicts verdicts) throws IOException;
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
