package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.limit.Limits;
import java.util.ArrayList;
import java.util.List;

/** The verdicts of a request as they come, never more of them, and of what is wrong, than are answered. */
final class Verdicts {

    private final List<Verdict> verdicts = new ArrayList<>();
    private int errors;

    void add(Verdict verdict) {
        if (verdicts.size() == Limits.PUBLISHED.recordsInARequest()) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "A request has at most " + Limits.PUBLISHED.recordsInARequest() + " records.");
        }
        verdicts.add(
                switch (verdict) {
                    case Verdict.Sound sound -> sound;
                    case Verdict.Refused refused -> bounded(refused);
                });
    }

    /** A thousand records with a hundred errors each would take far more room than the records. */
    private Verdict.Refused bounded(Verdict.Refused refused) {
        int told = errors < Limits.PUBLISHED.errorsInAnAnswer()
                ? refused.violations().size()
                : 1;
        errors += told;
        return told == refused.violations().size()
                ? refused
                : new Verdict.Refused(
                        refused.collection(), refused.id(), refused.violations().subList(0, told), refused.payload());
    }

    List<Verdict> all() {
        return verdicts;
    }
}
