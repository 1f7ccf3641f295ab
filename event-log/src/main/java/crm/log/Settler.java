package crm.log;

import crm.log.Receipt.Outcome;
import crm.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settles batch after batch, each by what those before it left. */
final class Settler {

    private static final long MICROSECONDS_OF_A_DAY = 86_400_000_000L;

    private final LogHeads heads;
    private final Map<RecordKey, RecordHistory> known;
    private final Set<RejectionKey> replayable;
    private final List<LogRow> rows = new ArrayList<>();
    private final List<RejectionRow> rejections = new ArrayList<>();
    private final Set<RejectionKey> settledRejections = new HashSet<>();
    private final SortedMap<Tally.Key, Tally> tallies = new TreeMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<TenantId, Long> positions = new HashMap<>();
    private final Map<TenantId, Long> rejectionIds = new HashMap<>();

    Settler(LogHeads heads, Map<RecordKey, RecordHistory> known, Set<RejectionKey> replayable) {
        this.heads = heads;
        this.known = known;
        this.replayable = new HashSet<>(replayable);
    }

    void settle(Batch batch) {
        TenantId tenant = batch.sender().tenant();
        if (batch.generation() != heads.head(tenant).generation()) {
            receipts.add(Receipt.STALE);
            return;
        }
        List<Outcome> outcomes = isGone(batch)
                ? Collections.nCopies(batch.events().size(), Outcome.GONE)
                : settleAndCount(batch, position(tenant));
        receipts.add(new Receipt(position(tenant), outcomes));
    }

    Settlement settlement() {
        SortedMap<TenantId, LogHeads.Head> ends = new TreeMap<>();
        positions.forEach((tenant, position) -> {
            LogHeads.Head before = heads.head(tenant);
            long rejection = rejectionIds.getOrDefault(tenant, before.rejections());
            boolean stays = position == before.position() && rejection == before.rejections();
            ends.put(
                    tenant,
                    stays
                            ? before
                            : new LogHeads.Head(position, heads.receivedAt(tenant), rejection, before.generation()));
        });
        return new Settlement(rows, rejections, settledRejections, tallies, receipts, ends);
    }

    private boolean isGone(Batch batch) {
        Batch.Replay replay = batch.replay();
        return replay != null
                && !replayable.remove(RejectionKey.of(batch.sender().tenant(), replay));
    }

    private List<Outcome> settleAndCount(Batch batch, long last) {
        TenantId tenant = batch.sender().tenant();
        List<LogRow> accepted = new ArrayList<>();
        List<Outcome> outcomes = outcomes(batch, last, accepted);
        boolean refused = !batch.refusals().isEmpty() || outcomes.contains(Outcome.CONFLICT);
        if (batch.atomic() && refused) {
            accepted.reversed().forEach(row -> history(tenant, row.event()).takeBackLast());
            outcomes.replaceAll(outcome -> outcome == Outcome.CONFLICT ? outcome : Outcome.HELD_BACK);
        } else {
            rows.addAll(accepted);
            positions.put(tenant, last + accepted.size());
            keepRefused(batch, outcomes);
        }
        count(batch, outcomes);
        return outcomes;
    }

    private List<Outcome> outcomes(Batch batch, long last, List<LogRow> accepted) {
        TenantId tenant = batch.sender().tenant();
        long receivedAt = heads.receivedAt(tenant);
        List<Outcome> outcomes = new ArrayList<>(batch.events().size());
        for (Event event : batch.events()) {
            RecordHistory.Verdict verdict = history(tenant, event).settle(event, receivedAt);
            outcomes.add(verdict.outcome());
            if (verdict.outcome() == Outcome.ACCEPTED) {
                long position = last + accepted.size() + 1;
                accepted.add(new LogRow(tenant, position, event, verdict.version(), receivedAt));
            }
        }
        return outcomes;
    }

    /** Taking back what is stored otherwise is refused, but there is nothing in it that could be mended. */
    private void keepRefused(Batch batch, List<Outcome> outcomes) {
        if (batch.companion() != null) {
            return;
        }
        batch.refusals().forEach(refusal -> keep(batch, refusal));
        for (int index = 0; index < outcomes.size(); index++) {
            Event event = batch.events().get(index);
            if (outcomes.get(index) == Outcome.CONFLICT && !event.deleted()) {
                keep(batch, Refusal.ofConflict(event));
            }
        }
        Batch.Replay replay = batch.replay();
        if (replay != null && (outcomes.contains(Outcome.ACCEPTED) || outcomes.contains(Outcome.DUPLICATE))) {
            settledRejections.add(RejectionKey.of(batch.sender().tenant(), replay));
        }
    }

    private void keep(Batch batch, Refusal refusal) {
        TenantId tenant = batch.sender().tenant();
        Batch.Replay replay = batch.replay();
        long id = replay == null
                ? rejectionIds.merge(tenant, heads.head(tenant).rejections() + 1, (last, ignored) -> last + 1)
                : replay.id();
        rejections.add(new RejectionRow(batch.sender(), id, heads.receivedAt(tenant), refusal));
    }

    private void count(Batch batch, List<Outcome> outcomes) {
        batch.refusals().forEach(refusal -> tally(batch, refusal.collection()).countRefused());
        for (int index = 0; index < outcomes.size(); index++) {
            tally(batch, batch.events().get(index).collection()).count(outcomes.get(index));
        }
    }

    private Tally tally(Batch batch, String collection) {
        TenantId tenant = batch.sender().tenant();
        long day = Math.floorDiv(heads.receivedAt(tenant), MICROSECONDS_OF_A_DAY);
        return tallies.computeIfAbsent(
                new Tally.Key(tenant, day, batch.sender().keyId(), collection), key -> new Tally());
    }

    private RecordHistory history(TenantId tenant, Event event) {
        return known.computeIfAbsent(
                new RecordKey(tenant, event.collection(), event.recordId()), key -> new RecordHistory());
    }

    private long position(TenantId tenant) {
        return positions.computeIfAbsent(tenant, unmoved -> heads.head(unmoved).position());
    }
}
