package crm.ingest.rejection;

import crm.ingest.record.BatchAnswer;
import crm.ingest.record.Intake;
import crm.log.Batch;
import crm.tenant.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Sends kept rejections once more: one that is taken now is kept no longer, and its effect is that of one sending. */
@ApplicationScoped
public class Replays {

    /** Together in flight, and in the heap. */
    private static final int AT_ONCE = 50;

    /** Somebody may change a rejection while it is replayed; who goes on doing so is not waited for. */
    private static final int ATTEMPTS = 5;

    private final RejectionArchive archive;
    private final Intake intake;

    Replays(RejectionArchive archive, Intake intake) {
        this.archive = archive;
        this.intake = intake;
    }

    /**
     * What became of many.
     *
     * @param last the id of the last that was tried
     * @param more whether there are others behind it
     */
    record Many(int accepted, int duplicates, int rejected, long last, boolean more) {}

    /** The answer to one; nothing where it is not there, because it never was or somebody else replayed it. */
    Optional<BatchAnswer> one(Sender sender, long id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Rejection> rejection = archive.find(sender.tenant(), id);
            if (rejection.isEmpty()) {
                return Optional.empty();
            }
            Optional<BatchAnswer> answer = replay(sender, rejection.get()).join();
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** At most {@code limit}, the oldest first, beginning behind {@code after}. */
    Many many(Sender sender, Filter filter, long after, int limit) {
        int accepted = 0;
        int duplicates = 0;
        int rejected = 0;
        int left = limit;
        long last = after;
        while (left > 0) {
            List<Rejection> some = archive.after(sender.tenant(), filter, last, Math.min(left, AT_ONCE));
            if (some.isEmpty()) {
                return new Many(accepted, duplicates, rejected, last, false);
            }
            for (BatchAnswer answer : answers(sender, some)) {
                accepted += answer.accepted();
                duplicates += answer.duplicates();
                rejected += answer.rejected();
            }
            last = some.getLast().id();
            left -= some.size();
        }
        boolean more = !archive.after(sender.tenant(), filter, last, 1).isEmpty();
        return new Many(accepted, duplicates, rejected, last, more);
    }

    private List<BatchAnswer> answers(Sender sender, List<Rejection> rejections) {
        List<CompletableFuture<Optional<BatchAnswer>>> answers = new ArrayList<>();
        rejections.forEach(rejection -> answers.add(replay(sender, rejection)));
        return answers.stream()
                .map(CompletableFuture::join)
                .flatMap(Optional::stream)
                .toList();
    }

    private CompletableFuture<Optional<BatchAnswer>> replay(Sender sender, Rejection rejection) {
        Batch.Replay replay = new Batch.Replay(rejection.id(), rejection.revision());
        return intake.replay(sender, replay, rejection.collection(), rejection.payload());
    }
}
