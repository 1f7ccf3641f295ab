package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import crm.http.problem.Violation;
import crm.record.RecordKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Reads records that each have a text of their own, so that one that cannot be read leaves the others as they are. */
final class SingleRecords {

    private final RecordKind kind;
    private final RecordParser parser;
    private byte[] text = new byte[0];
    private int length;

    SingleRecords(RecordKind kind, Instant now) {
        this.kind = kind;
        this.parser = new RecordParser(kind, now, (from, to) -> text());
    }

    /** The verdict on the record in the first {@code count} bytes. */
    Verdict read(byte[] bytes, int count) {
        text = bytes;
        length = count;
        if (!Utf8Stream.mayBeUtf8(bytes, count)) {
            return refused(Fault.INVALID_JSON, "Not in UTF-8.");
        }
        try (JsonParser json = RecordJson.FACTORY.createParser(bytes, 0, count)) {
            json.nextToken();
            Verdict verdict = parser.read(json);
            return json.nextToken() == null ? verdict : refused(Fault.INVALID_JSON, "Something follows the record.");
        } catch (JsonProcessingException malformed) {
            return refused(Fault.INVALID_JSON, RecordJson.detail(malformed));
        } catch (IOException notUtf8) {
            return refused(Fault.INVALID_JSON, "Not JSON in UTF-8.");
        }
    }

    private Verdict.Refused refused(Fault fault, String detail) {
        return new Verdict.Refused(kind.collection(), null, List.of(Violation.at("", fault.code(), detail)), text());
    }

    private String text() {
        return new String(text, 0, length, StandardCharsets.UTF_8).strip();
    }
}
