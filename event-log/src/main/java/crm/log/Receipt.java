package crm.log;

import java.util.List;

/**
 * What became of a batch, told after it was durable.
 *
 * @param position the tenant's head after the batch: a reader that has come so far has seen everything in it
 * @param outcomes one for each event, in the batch's order
 */
public record Receipt(long position, List<Outcome> outcomes) {
    public Receipt {
        outcomes = List.copyOf(outcomes);
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
