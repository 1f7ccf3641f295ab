package crm.ingest.record;

import crm.ingest.erasure.Forgotten;
import crm.ingest.erasure.Memory;
import crm.ingest.quota.Allowance;
import crm.ingest.quota.Quotas;
import crm.log.Batch;
import crm.log.Event;
import crm.log.EventLog;
import crm.log.Receipt;
import crm.log.Refusal;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.tenant.Sender;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes a request's records: judges each, has all of it made durable, and answers for all. */
@ApplicationScoped
public class Intake {

    /** Larger bodies are read beside the event loop, which others wait for. */
    private static final int QUICKLY_READ = 64 << 10;

    private final EventLog log;
    private final Quotas quotas;
    private final TenantKinds kinds;
    private final Forgotten forgotten;
    private final Clock clock;

    Intake(EventLog log, Quotas quotas, TenantKinds kinds, Forgotten forgotten, Clock clock) {
        this.log = log;
        this.quotas = quotas;
        this.kinds = kinds;
        this.forgotten = forgotten;
        this.clock = clock;
    }

    /** The answer, once everything in it is durable. */
    public Uni<BatchAnswer> take(Sender sender, RecordKind kind, SentBody body, boolean atomic) {
        return take(sender, body, atomic, (own, now) -> BatchParser.parse(own.apply(kind), body, now));
    }

    /** The answer to a body of events, once everything in it is durable. */
    public Uni<BatchAnswer> takeEvents(Sender sender, SentBody body, boolean atomic) {
        return take(sender, body, atomic, (own, now) -> BatchParser.parseEvents(own, body, now));
    }

    /** The answer to an event whose attributes came beside the body, once it is durable. */
    public Uni<BatchAnswer> takeEvent(Sender sender, EventAttributes attributes, SentBody body, boolean atomic) {
        return take(sender, body, atomic, (own, now) -> BatchParser.parseEvent(own, attributes, body, now));
    }

    /** Reads a body, with the kinds as the tenant has them. */
    @FunctionalInterface
    private interface Reader {
        List<Verdict> read(UnaryOperator<RecordKind> own, Instant now);
    }

    /** The answer to one event alone, such as that a record was taken back. */
    public Uni<BatchAnswer> take(Sender sender, Event event) {
        Allowance allowance = quotas.of(sender.tenant());
        allowance.enter();
        return Uni.createFrom()
                .item(() -> List.<Verdict>of(new Verdict.Sound(event)))
                .chain(verdicts -> take(allowance, sender, verdicts, false))
                .onTermination()
                .invoke(allowance::leave);
    }

    private Uni<BatchAnswer> take(Sender sender, SentBody body, boolean atomic, Reader reader) {
        Allowance allowance = quotas.of(sender.tenant());
        allowance.enter();
        Uni<List<Verdict>> verdicts = kinds.of(sender.tenant()).map(own -> reader.read(own, clock.instant()));
        Uni<List<Verdict>> read = body.isReadWithin(QUICKLY_READ)
                ? verdicts
                : verdicts.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        return read.chain(judged -> take(allowance, sender, judged, atomic))
                .onTermination()
                .invoke(allowance::leave);
    }

    private Uni<BatchAnswer> take(Allowance allowance, Sender sender, List<Verdict> verdicts, boolean atomic) {
        allowance.spend(verdicts.size());
        return take(sender, verdicts, atomic);
    }

    /**
     * The answer to records that were read already: the sound ones stored, the refused ones kept, all counted.
     *
     * @param atomic whether one that is refused keeps all others from being stored
     */
    public Uni<BatchAnswer> take(Sender sender, List<Verdict> verdicts, boolean atomic) {
        return Uni.createFrom()
                .completionStage(() -> append(sender, verdicts, atomic, null))
                .map(Appended::answer)
                .emitOn(whereTheRequestRuns());
    }

    /**
     * The answer to a kept refusal that is sent once more and judged by today's rules; nothing where it was replayed,
     * changed or taken away meanwhile. Not for the event loop.
     *
     * @param payload absent where it was too large to be kept
     */
    public CompletableFuture<Optional<BatchAnswer>> replay(
            Sender sender, Batch.Replay replay, String collection, Optional<String> payload) {
        Optional<RecordKind> kind = RecordKinds.ofCollection(collection)
                .map(general -> kinds.of(sender.tenant()).await().indefinitely().apply(general));
        List<Verdict> verdicts = List.of(Kept.judge(collection, kind, payload, clock.instant()));
        return append(sender, verdicts, false, replay)
                .thenApply(appended -> appended.receipt().outcomes().contains(Receipt.Outcome.GONE)
                        ? Optional.empty()
                        : Optional.of(appended.answer()));
    }

    /** What the log made of verdicts, in which nobody is who was erased. */
    private record Appended(List<Verdict> verdicts, Receipt receipt) {
        BatchAnswer answer() {
            return BatchAnswer.of(verdicts, receipt);
        }
    }

    private CompletableFuture<Appended> append(
            Sender sender, List<Verdict> verdicts, boolean atomic, Batch.@Nullable Replay replay) {
        return append(sender, verdicts, atomic, replay, forgotten.of(sender.tenant()));
    }

    /** The log tells where the memory is out of date, and takes nothing. */
    private CompletableFuture<Appended> append(
            Sender sender, List<Verdict> verdicts, boolean atomic, Batch.@Nullable Replay replay, Memory memory) {
        List<Verdict> passed = Passage.through(memory, verdicts);
        return log.append(batch(sender, passed, atomic, replay, memory))
                .thenCompose(receipt -> receipt.isStale()
                        ? CompletableFuture.supplyAsync(
                                        () -> forgotten.refresh(sender.tenant()), Infrastructure.getDefaultWorkerPool())
                                .thenCompose(fresh -> append(sender, verdicts, atomic, replay, fresh))
                        : CompletableFuture.completedFuture(new Appended(passed, receipt)));
    }

    private static Batch batch(
            Sender sender, List<Verdict> verdicts, boolean atomic, Batch.@Nullable Replay replay, Memory memory) {
        List<Event> events = new ArrayList<>(verdicts.size());
        List<Refusal> refusals = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Sound sound -> events.add(sound.event());
                case Verdict.Refused refused -> refusals.add(Refusals.of(refused));
            }
        }
        return new Batch(sender, events, refusals, atomic, memory.generation(), replay);
    }

    /** The log's own threads serve everybody and must not write answers. */
    private static Executor whereTheRequestRuns() {
        @Nullable Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }
}
