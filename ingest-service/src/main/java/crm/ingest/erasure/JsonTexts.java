package crm.ingest.erasure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Predicate;

/** The texts in something that was sent, which need not be JSON. */
final class JsonTexts {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonTexts() {}

    /** Whether one of them is such a text; what cannot be read as JSON is one text. */
    static boolean any(String payload, Predicate<String> such) {
        try (JsonParser json = FACTORY.createParser(payload)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME;
                if (isText && such.test(json.getText())) {
                    return true;
                }
            }
            return false;
        } catch (IOException notJson) {
            return such.test(payload);
        }
    }
}
