package crm.engine.store;

import java.time.Instant;

/**
 * How far a tenant's store has followed the log.
 *
 * @param position the last position loaded, 0 before the first
 * @param time when the event at that position was received; the epoch before the first
 */
public record Watermark(long position, Instant time) {
    public static final Watermark NONE = new Watermark(0, Instant.EPOCH);
}
