package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.record.RecordKind;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads one record, or a list of them. */
final class JsonRecords {

    private JsonRecords() {}

    static void read(RecordKind kind, SentBody body, Instant now, Verdicts verdicts) throws IOException {
        if (body.packed()) {
            Tape tape = new Tape(body.open());
            try (JsonParser json = RecordJson.FACTORY.createParser(tape)) {
                read(json, new RecordParser(kind, now, tape), verdicts);
            }
        } else {
            byte[] bytes = body.bytes();
            int start = Utf8Stream.start(bytes);
            try (JsonParser json = RecordJson.FACTORY.createParser(bytes, start, bytes.length - start)) {
                read(json, new RecordParser(kind, now, SentText.of(bytes, start)), verdicts);
            }
        }
    }

    private static void read(JsonParser json, RecordParser parser, Verdicts verdicts) throws IOException {
        @Nullable JsonToken first = json.nextToken();
        if (first == null) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is empty.");
        }
        if (first != JsonToken.START_ARRAY) {
            verdicts.add(parser.read(json));
        } else {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                verdicts.add(parser.read(json));
            }
        }
        if (json.nextToken() != null) {
            throw new ProblemException(
                    ProblemType.UNREADABLE, "Something follows the JSON; several records are sent as a list.");
        }
    }
}
