package crm.log;

import java.util.List;

/**
 * What became of a batch, told after it was durable.
 *
 * @param position the tenant's head after the batch: a reader that has come so far has seen everything in it
 * @param outcomes one for each event, in the batch's order
 */
public record Receipt(long position, List<Outcome> outcomes) {

    /** Nothing happened: the log was rewritten since the batch was checked, and it has to be checked again. */
    static final Receipt STALE = new Receipt(-1, List.of());

    public Receipt {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether nothing happened because the log was rewritten since the batch was checked. */
    public boolean isStale() {
        return equals(STALE);
    }

    /** What became of one event. */
    public enum Outcome {
        /** Stored now. */
        ACCEPTED,
        /** Stored before with the same content; nothing changed. */
        DUPLICATE,
        /** Not stored: the same version of the record is stored with other content. */
        CONFLICT,
        /** Not stored: its batch is atomic, and something else in it was refused. */
        HELD_BACK,
        /** Nothing happened: the refusal that it replays was replayed, changed or taken away meanwhile. */
        GONE
    }
}
