package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.record.RecordKind;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one record, or a list of them; in events they are read likewise. */
final class JsonRecords {

    private JsonRecords() {}

    /** Judges the value whose first token is current, up to its last token. */
    @FunctionalInterface
    interface Judge {
        Verdict read(JsonParser json) throws IOException;
    }

    static void read(RecordKind kind, SentBody body, Instant now, Verdicts verdicts) throws IOException {
        read(body, sent -> new RecordParser(kind, now, sent)::read, verdicts);
    }

    /** Has each value of a body, which is one or a list of them, judged by somebody who is told what was sent. */
    static void read(SentBody body, Function<SentText, Judge> judge, Verdicts verdicts) throws IOException {
        if (body.packed()) {
            Tape tape = new Tape(body.open());
            try (JsonParser json = RecordJson.FACTORY.createParser(tape)) {
                read(json, judge.apply(tape), verdicts);
            }
        } else {
            byte[] bytes = body.bytes();
            int start = Utf8Stream.start(bytes);
            try (JsonParser json = RecordJson.FACTORY.createParser(bytes, start, bytes.length - start)) {
                read(json, judge.apply(SentText.of(bytes, start)), verdicts);
            }
        }
    }

    private static void read(JsonParser json, Judge judge, Verdicts verdicts) throws IOException {
        @Nullable JsonToken first = json.nextToken();
        if (first == null) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is empty.");
        }
        if (first != JsonToken.START_ARRAY) {
            verdicts.add(judge.read(json));
        } else {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                verdicts.add(judge.read(json));
            }
        }
        if (json.nextToken() != null) {
            throw new ProblemException(
                    ProblemType.UNREADABLE, "Something follows the JSON; several records are sent as a list.");
        }
    }
}
