package crm.ingest.record;

import crm.http.problem.Violation;
import crm.ingest.erasure.Memory;
import java.util.List;

/** Lets no record of somebody pass who was erased, and no mention of them. */
public final class Passage {

    private static final List<Violation> ERASED = List.of(Violation.at(
            "", Fault.ERASED.code(), "It is about somebody whose data was erased, and is not taken again."));

    private Passage() {}

    static List<Verdict> through(Memory memory, List<Verdict> verdicts) {
        return memory.isEmpty()
                ? verdicts
                : verdicts.stream().map(verdict -> through(memory, verdict)).toList();
    }

    /** The verdict on a record of somebody who was erased. */
    public static Verdict.Refused erased(String collection) {
        return new Verdict.Refused(collection, null, ERASED, null);
    }

    public static Verdict through(Memory memory, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound sound ->
                memory.pass(sound.event())
                        .<Verdict>map(Verdict.Sound::new)
                        .orElseGet(() -> erased(sound.event().collection()));
            case Verdict.Refused refused ->
                memory.mentions(refused.collection(), refused.id(), refused.payload())
                        ? new Verdict.Refused(refused.collection(), null, refused.violations(), null)
                        : refused;
        };
    }
}
