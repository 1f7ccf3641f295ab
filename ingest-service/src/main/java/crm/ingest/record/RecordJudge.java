package crm.ingest.record;

import crm.http.problem.Violation;
import crm.record.RecordKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges records that come one at a time, other than in a request's body. Not for several threads. */
public final class RecordJudge {

    private final RecordKind kind;
    private final SingleRecords records;

    /** A judge of records that arrived {@code now}. */
    public RecordJudge(RecordKind kind, Instant now) {
        this.kind = kind;
        this.records = new SingleRecords(kind, now);
    }

    /**
     * What a record comes to.
     *
     * @param json the record, or as much of it as could be made of what was sent; empty where that was nothing
     * @param known what is known to be wrong with it already
     */
    public Verdict judge(byte[] json, List<Violation> known) {
        if (json.length == 0) {
            return new Verdict.Refused(kind.collection(), null, known, null);
        }
        Verdict verdict = records.read(json, json.length);
        return known.isEmpty()
                ? verdict
                : switch (verdict) {
                    case Verdict.Sound sound -> refused(sound.event().recordId(), json, known);
                    case Verdict.Refused refused -> refused(refused.id(), json, joined(known, refused.violations()));
                };
    }

    private Verdict refused(@Nullable String id, byte[] json, List<Violation> violations) {
        return new Verdict.Refused(kind.collection(), id, violations, new String(json, StandardCharsets.UTF_8));
    }

    /** What is known already says more of a field than that it is missing from the record. */
    private static List<Violation> joined(List<Violation> known, List<Violation> found) {
        Set<String> told = known.stream()
                .map(violation -> String.valueOf(violation.pointer()))
                .collect(Collectors.toSet());
        List<Violation> all = new ArrayList<>(known);
        found.stream()
                .filter(violation -> !told.contains(String.valueOf(violation.pointer())))
                .forEach(all::add);
        return all;
    }
}
