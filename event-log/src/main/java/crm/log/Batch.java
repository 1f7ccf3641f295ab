package crm.log;

import crm.tenant.Sender;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one request wants to become durable, all in one transaction: the events that can be stored, and the records that
 * were refused, which are kept and counted.
 *
 * @param atomic whether nothing at all is stored or kept unless every record of it can be stored
 * @param generation how often the tenant's log had been rewritten when the batch was checked
 * @param replay the kept refusal that this one event or refusal comes from; absent for what was just sent
 * @param companion what the sender stores beside it; it keeps what was refused itself, the log only counts that
 */
public record Batch(
        Sender sender,
        List<Event> events,
        List<Refusal> refusals,
        boolean atomic,
        long generation,
        @Nullable Replay replay,
        @Nullable Companion companion) {

    /**
     * A refusal as its replayer read it; nothing happens where it was replayed, changed or taken away since.
     *
     * @param id its id within the tenant
     */
    public record Replay(long id, int revision) {}

    public Batch {
        events = List.copyOf(events);
        refusals = List.copyOf(refusals);
        if (replay != null && events.size() + refusals.size() != 1) {
            throw new IllegalArgumentException("a replay is of one record");
        }
    }

    public Batch(
            Sender sender,
            List<Event> events,
            List<Refusal> refusals,
            boolean atomic,
            long generation,
            @Nullable Replay replay) {
        this(sender, events, refusals, atomic, generation, replay, null);
    }

    /** The same, with something that is stored beside it. */
    public Batch with(Companion beside) {
        return new Batch(sender, events, refusals, atomic, generation, replay, beside);
    }

    /** Events that nothing was refused beside, of a tenant whose log was never rewritten. */
    public static Batch of(Sender sender, List<Event> events) {
        return new Batch(sender, events, List.of(), false, 0, null);
    }

    /** How many records were sent. */
    int records() {
        return events.size() + refusals.size();
    }
}
