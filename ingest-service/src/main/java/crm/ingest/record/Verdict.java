package crm.ingest.record;

import crm.http.problem.Violation;
import crm.log.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What reading one record came to. */
public sealed interface Verdict {

    /** It can be stored. */
    record Sound(Event event) implements Verdict {}

    /**
     * It cannot be stored, for all these reasons.
     *
     * @param collection where it was sent to
     * @param id the record's id, where that could be read
     * @param payload the record as sent, as JSON text; absent where it is too large to be kept
     */
    record Refused(
            String collection,
            @Nullable String id,
            List<Violation> violations,
            @Nullable String payload) implements Verdict {
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
