package crm.log;

import java.time.Duration;

/**
 * How much the log does at a time.
 *
 * @param lanes transactions at one moment; a tenant always takes the same lane
 * @param recordsInAGroup records that one transaction takes, if a single request has no more
 * @param sizeOfAGroup bytes that one transaction takes, if a single request has no more
 * @param sizeWaiting bytes that may wait in a lane; what comes on top is refused
 * @param patience how long the database may give no sign before everybody who waits for it is told
 */
public record Capacity(int lanes, int recordsInAGroup, long sizeOfAGroup, long sizeWaiting, Duration patience) {

    public Capacity {
        if (lanes < 1 || recordsInAGroup < 1 || sizeOfAGroup < 1 || sizeWaiting < 1 || !patience.isPositive()) {
            throw new IllegalArgumentException("a log without room");
        }
    }

    /** Fits one database and a heap of half a gigabyte; answers within two seconds where the database is away. */
    public static Capacity usual() {
        return new Capacity(4, 4_000, 4 << 20, 32 << 20, Duration.ofMillis(1_200));
    }
}
