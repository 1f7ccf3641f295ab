package crm.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A record that was refused, to be kept with all that is wrong with it.
 *
 * @param collection where it was sent to
 * @param recordId the sender's id, where that could be read
 * @param payload the record as sent, as JSON text; absent where it is too large to be kept
 * @param codes the errors' codes, each once
 * @param errors what is wrong, as a JSON list
 */
public record Refusal(
        String collection,
        @Nullable String recordId,
        @Nullable String payload,
        SortedSet<String> codes,
        String errors) {

    /** What is wrong where the same version of a record is stored with other content. */
    public static final String VERSION_CONFLICT = "version_conflict";

    private static final String CONFLICT_ERRORS = """
            [{"pointer":"/updatedAt","code":"version_conflict",\
            "detail":"The same version of the record is stored with other content."}]""";

    public Refusal {
        codes = new TreeSet<>(codes);
    }

    /** The refusal of an event that only the log could know to be wrong. */
    static Refusal ofConflict(Event event) {
        return new Refusal(
                event.collection(),
                event.recordId(),
                payload(event),
                new TreeSet<>(List.of(VERSION_CONFLICT)),
                CONFLICT_ERRORS);
    }

    /** The record as it might have been sent. */
    private static String payload(Event event) {
        StringBuilder payload = new StringBuilder(event.data().length() + 100).append("{\"id\":\"");
        JsonStringEncoder.getInstance().quoteAsString(event.recordId(), payload);
        payload.append('"');
        if (event.version() != null) {
            payload.append(",\"updatedAt\":\"").append(event.version()).append('"');
        }
        String rest = event.data().substring(1);
        return payload.append(rest.equals("}") ? "" : ",").append(rest).toString();
    }

    /** The codes, each between spaces. */
    String spacedCodes() {
        return codes.isEmpty() ? "" : ' ' + String.join(" ", codes) + ' ';
    }

    /** About as many bytes as it takes. */
    long size() {
        return (long) errors.length() + (payload == null ? 0 : payload.length());
    }
}
