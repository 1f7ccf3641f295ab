package crm.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a service answered, as bytes: reading them is left to who needs it, since the client shares the machine. */
record Reply(int status, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException unreadable) {
            throw new BenchmarkFailed("not JSON: " + text(), unreadable);
        }
    }

    /** A whole number of the answer's outermost object, found without reading all of it. */
    long number(String name) {
        String text = text();
        int at = text.indexOf('"' + name + "\":");
        if (at < 0) {
            throw new BenchmarkFailed("no " + name + " in " + text);
        }
        int from = at + name.length() + 3;
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return Long.parseLong(text, from, to, 10);
    }

    Reply orFail(int... expected) {
        for (int each : expected) {
            if (status == each) {
                return this;
            }
        }
        throw new BenchmarkFailed("answered " + status + ": " + text());
    }
}
