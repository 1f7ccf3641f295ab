package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.http.problem.Violation;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of an event as they were sent, with what is wrong with their form. */
public final class EventAttributes {

    private static final String HEADER = "ce-";

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** The attributes that headers carry, each as {@code ce-<name>}; the data's type is the body's. */
    static EventAttributes ofHeaders(Map<String, List<String>> headers, String contentType) {
        EventAttributes attributes = new EventAttributes();
        headers.forEach((name, values) -> {
            String header = name.toLowerCase(Locale.ROOT);
            if (header.startsWith(HEADER)) {
                values.forEach(value -> attributes.add(header.substring(HEADER.length()), decoded(value)));
            }
        });
        attributes.texts.put("datacontenttype", contentType);
        return attributes;
    }

    /** Header values hold everything but plain ASCII in percents. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    /** Takes over the attribute at whose value the parser stands; extensions of any name and type are let pass. */
    void read(String name, JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            add(name, String.valueOf(json.getText()));
            return;
        }
        boolean known = EventJudge.ATTRIBUTES.contains(name) && json.currentToken() != JsonToken.VALUE_NULL;
        json.skipChildren();
        if (known) {
            refuse(name, Fault.WRONG_TYPE, "A text.");
        }
    }

    private void add(String name, String text) {
        if (texts.putIfAbsent(name, text) != null) {
            refuse(name, Fault.DUPLICATE_FIELD, "The attribute is given twice.");
        }
    }

    void refuse(String name, Fault fault, String detail) {
        violations.add(Violation.at('/' + name, fault.code(), detail));
    }

    /** The attribute's text; empty ones are not given. */
    @Nullable
    String text(String name) {
        String text = texts.get(name);
        return text == null || text.isEmpty() ? null : text;
    }

    List<Violation> violations() {
        return violations;
    }

    /** The event as JSON, with the attributes that it has beside {@code data}. */
    String json(byte[] data) {
        StringBuilder json = new StringBuilder("{");
        texts.forEach((name, text) -> {
            JsonText.append(name, json);
            JsonText.append(text, json.append(':'));
            json.append(',');
        });
        String carried = data.length == 0 ? "null" : new String(data, StandardCharsets.UTF_8);
        return json.append("\"data\":").append(carried).append('}').toString();
    }
}
