package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.http.problem.Violation;
import crm.ingest.limit.Limits;
import crm.record.RecordKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents in their JSON format. */
final class EventReader {

    private static final int LARGEST = Limits.PUBLISHED.bytesInARecord();

    private final EventJudge judge;
    private final SentText sent;

    EventReader(UnaryOperator<RecordKind> own, Instant now, SentText sent) {
        this.judge = new EventJudge(own, now);
        this.sent = sent;
    }

    /** Reads the value whose first token is current, which should be an event. */
    Verdict read(JsonParser json) throws IOException {
        long start = json.currentTokenLocation().getByteOffset();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            Violation violation = Violation.at("", Fault.WRONG_TYPE.code(), "An event is an object.");
            return new Verdict.Refused(EventJudge.COLLECTION, null, List.of(violation), text(json, start));
        }
        EventAttributes attributes = new EventAttributes();
        EventData data = EventData.NONE;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "data" -> data = only(data, data(json), attributes);
                case "data_base64" -> data = only(data, unwrapped(json), attributes);
                default -> attributes.read(name, json);
            }
        }
        return judge.judge(attributes, data, text(json, start));
    }

    private static EventData only(EventData before, EventData now, EventAttributes attributes) {
        if (!(before instanceof EventData.None)) {
            attributes.refuse("data", Fault.DUPLICATE_FIELD, "The event carries data twice.");
        }
        return now;
    }

    private EventData data(JsonParser json) throws IOException {
        long start = json.currentTokenLocation().getByteOffset();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return EventData.NONE;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return new EventData.Unusable(Fault.WRONG_TYPE, "The data are a record, which is an object.");
        }
        json.skipChildren();
        @Nullable String text = text(json, start);
        return text == null ? EventData.TOO_LARGE : EventData.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static EventData unwrapped(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return EventData.NONE;
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return new EventData.Unusable(Fault.WRONG_TYPE, "A text in Base64.");
        }
        try {
            byte[] data = Base64.getDecoder().decode(String.valueOf(json.getText()));
            return data.length > LARGEST ? EventData.TOO_LARGE : EventData.of(data);
        } catch (IllegalArgumentException notBase64) {
            return new EventData.Unusable(Fault.INVALID_TEXT, "A text in Base64.");
        }
    }

    /** What was sent from some place on, unless it is too large to be kept. */
    private @Nullable String text(JsonParser json, long start) {
        long end = json.currentLocation().getByteOffset();
        return end - start > LARGEST ? null : sent.between(start, end);
    }
}
