package crm.ingest.record;

import crm.http.problem.Violation;
import crm.ingest.limit.Limits;
import crm.log.Receipt;
import crm.log.Receipt.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request's records.
 *
 * @param position the tenant's head after it; absent where all was refused
 */
public record BatchAnswer(
        int accepted,
        int duplicates,
        int rejected,
        List<Rejection> rejections,
        @Nullable Long position) {

    /** Beyond so many errors each further record tells its first only: answers must not dwarf requests. */
    static final int MOST_ERRORS = Limits.PUBLISHED.errorsInAnAnswer();

    private static final Violation CONFLICT = Violation.at(
            "/updatedAt",
            Fault.VERSION_CONFLICT.code(),
            "The same version of the record is stored with other content.");

    /**
     * One thing that is wrong with one record.
     *
     * @param index the record's place in the request, from 0
     */
    public record Rejection(int index, @Nullable String id, Violation violation) {}

    public BatchAnswer {
        rejections = List.copyOf(rejections);
    }

    static BatchAnswer of(List<Verdict> verdicts, Receipt receipt) {
        return new Count(verdicts, receipt.outcomes()).answer(receipt.position());
    }

    /** 202 where nothing was refused, 422 where everything was, 207 between. */
    public int status() {
        if (rejected == 0) {
            return 202;
        }
        return accepted + duplicates == 0 ? 422 : 207;
    }

    /** Walks verdicts and outcomes side by side; the log's outcomes are those of the sound records alone. */
    private static final class Count {
        private final List<Rejection> rejections = new ArrayList<>();
        private int accepted;
        private int duplicates;
        private int rejected;

        Count(List<Verdict> verdicts, List<Outcome> outcomes) {
            int sound = 0;
            for (int index = 0; index < verdicts.size(); index++) {
                switch (verdicts.get(index)) {
                    case Verdict.Refused refused -> reject(index, refused.id(), refused.violations());
                    case Verdict.Sound stored -> count(index, stored.event().recordId(), outcomes.get(sound++));
                }
            }
        }

        private void count(int index, String id, Outcome outcome) {
            switch (outcome) {
                case ACCEPTED -> accepted++;
                case DUPLICATE -> duplicates++;
                case CONFLICT -> reject(index, id, List.of(CONFLICT));
                case HELD_BACK -> rejected++;
                case GONE -> throw new IllegalStateException("only replays are ever gone");
            }
        }

        private void reject(int index, @Nullable String id, List<Violation> violations) {
            rejected++;
            int told = rejections.size() < MOST_ERRORS ? violations.size() : 1;
            violations.stream().limit(told).forEach(violation -> rejections.add(new Rejection(index, id, violation)));
        }

        BatchAnswer answer(long position) {
            boolean allRefused = rejected > 0 && accepted + duplicates == 0;
            return new BatchAnswer(accepted, duplicates, rejected, rejections, allRefused ? null : position);
        }
    }
}
