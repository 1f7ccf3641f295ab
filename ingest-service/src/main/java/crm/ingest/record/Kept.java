package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.http.problem.Violation;
import crm.record.RecordKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges what was kept of a refused record once more. */
final class Kept {

    private Kept() {}

    static Verdict judge(String collection, Optional<RecordKind> kind, Optional<String> payload, Instant now) {
        if (payload.isEmpty()) {
            return refused(
                    collection, payload, Fault.TOO_LARGE, "It was too large to be kept; send it again, smaller.");
        }
        if (kind.isEmpty()) {
            return refused(collection, payload, Fault.UNKNOWN_FIELD, "There is no such collection.");
        }
        // In a list, so that a list sent in place of a record stays what it was: not a record.
        byte[] body = ('[' + payload.get() + ']').getBytes(StandardCharsets.UTF_8);
        try {
            List<Verdict> verdicts = BatchParser.parse(kind.get(), body, now);
            if (verdicts.size() == 1) {
                return verdicts.getFirst();
            }
        } catch (ProblemException unreadable) {
            return refused(collection, payload, Fault.WRONG_TYPE, "It cannot be read as JSON.");
        }
        return refused(collection, payload, Fault.WRONG_TYPE, "A record is an object.");
    }

    private static Verdict refused(String collection, Optional<String> payload, Fault fault, String detail) {
        List<Violation> violations = List.of(Violation.at("", fault.code(), detail));
        return new Verdict.Refused(collection, null, violations, payload.orElse(null));
    }
}
