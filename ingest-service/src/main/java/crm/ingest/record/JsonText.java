package crm.ingest.record;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes text as JSON, whatever it holds. */
final class JsonText {

    private JsonText() {}

    static void append(String text, StringBuilder json) {
        json.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        json.append('"');
    }
}
