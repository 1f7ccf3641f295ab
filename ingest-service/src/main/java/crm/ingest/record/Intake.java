package crm.ingest.record;

import crm.log.Event;
import crm.log.EventLog;
import crm.record.RecordKind;
import crm.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Takes a request's records: judges each, has the sound ones made durable, and answers for all. */
@ApplicationScoped
public class Intake {

    /** Larger bodies are read beside the event loop, which others wait for. */
    private static final int QUICKLY_READ = 64 << 10;

    private final EventLog log;
    private final Clock clock;

    Intake(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The answer, once everything in it is durable. */
    public Uni<BatchAnswer> take(TenantId tenant, RecordKind kind, byte[] body) {
        Uni<List<Verdict>> verdicts = Uni.createFrom().item(() -> BatchParser.parse(kind, body, clock.instant()));
        Uni<List<Verdict>> read = body.length <= QUICKLY_READ
                ? verdicts
                : verdicts.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return read.chain(judged -> append(tenant, judged)).emitOn(whereTheRequestRuns());
    }

    /** The answer to one event alone, such as that a record was taken back. */
    public Uni<BatchAnswer> take(TenantId tenant, Event event) {
        return append(tenant, List.of(new Verdict.Sound(event))).emitOn(whereTheRequestRuns());
    }

    private Uni<BatchAnswer> append(TenantId tenant, List<Verdict> verdicts) {
        List<Event> events = new ArrayList<>(verdicts.size());
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Sound sound) {
                events.add(sound.event());
            }
        }
        if (events.isEmpty() && !verdicts.isEmpty()) {
            return Uni.createFrom().item(BatchAnswer.allRefused(verdicts));
        }
        return Uni.createFrom()
                .completionStage(() -> log.append(tenant, events))
                .map(receipt -> BatchAnswer.of(verdicts, receipt));
    }

    /** The log's own threads serve everybody and must not write answers. */
    private static Executor whereTheRequestRuns() {
        @Nullable Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }
}
