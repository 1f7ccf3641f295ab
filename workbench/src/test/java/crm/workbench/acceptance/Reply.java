package crm.workbench.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What a service answered. */
record Reply(int status, String mediaType, String body) {

    /** Numbers are read as written: money must not pass through binary floating point. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Reply of(HttpResponse<String> response) {
        String mediaType = response.headers().firstValue("Content-Type").orElse("");
        return new Reply(
                response.statusCode(), mediaType.replaceFirst(";.*", "").strip(), response.body());
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("not JSON, with status " + status + ": " + body, notJson);
        }
    }

    /** The body, of an answer with the expected status. */
    JsonNode json(int expected) {
        if (status != expected) {
            throw new IllegalStateException("expected " + expected + ", got " + status + ": " + body);
        }
        return json();
    }
}
