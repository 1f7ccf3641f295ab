package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an event carries. */
sealed interface EventData {

    EventData NONE = new None();
    EventData TOO_LARGE = new Unusable(Fault.TOO_LARGE, "The data are larger than a record may be.");

    /** Nothing. */
    record None() implements EventData {}

    /** Something that is no record. */
    record Unusable(Fault fault, String detail) implements EventData {}

    /**
     * A JSON object.
     *
     * @param json its text
     * @param empty whether it has no members
     * @param hasId whether it names the record by itself
     * @param id that name, where it is a text
     * @param hasVersion whether it has a version by itself
     */
    record Members(
            byte[] json,
            boolean empty,
            boolean hasId,
            @Nullable String id,
            boolean hasVersion) implements EventData {}

    /** Looks at the first level of the data, and leaves judging them to the reader of records. */
    static EventData of(byte[] text) {
        if (!Utf8Stream.mayBeUtf8(text, text.length)) {
            return new Unusable(Fault.INVALID_JSON, "Not in UTF-8.");
        }
        try (JsonParser json = RecordJson.FACTORY.createParser(text)) {
            JsonToken first = json.nextToken();
            if (first == null) {
                return NONE;
            }
            if (first != JsonToken.START_OBJECT) {
                json.skipChildren();
                return new Unusable(Fault.WRONG_TYPE, "The data are a record, which is an object.");
            }
            Members members = members(json, text);
            return json.nextToken() == null ? members : new Unusable(Fault.INVALID_JSON, "Something follows the data.");
        } catch (JsonProcessingException malformed) {
            return new Unusable(Fault.INVALID_JSON, RecordJson.detail(malformed));
        } catch (IOException notUtf8) {
            return new Unusable(Fault.INVALID_JSON, "Not JSON in UTF-8.");
        }
    }

    private static Members members(JsonParser json, byte[] text) throws IOException {
        boolean empty = true;
        boolean hasId = false;
        boolean hasVersion = false;
        String id = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            empty = false;
            String name = json.currentName();
            boolean given = json.nextToken() != JsonToken.VALUE_NULL;
            if (name.equals("id") && given) {
                hasId = true;
                id = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : null;
            }
            hasVersion |= name.equals("updatedAt") && given;
            json.skipChildren();
        }
        return new Members(text, empty, hasId, id, hasVersion);
    }
}
