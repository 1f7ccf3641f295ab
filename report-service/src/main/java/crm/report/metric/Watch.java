package crm.report.metric;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * One caller's watch over an answer. It looks as often as it is told to, but rests between two looks ten times as long
 * as the last one took, so that a hard question watched by many leaves room for others.
 */
final class Watch {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int REST = 10;

    private final Supplier<Written> question;
    private EntityTag told;
    private long toldAt;
    private long restUntil;

    /** What there is to be told after a look. */
    sealed interface Seen {}

    /** The answer is another one than was told last. */
    record Changed(Written answer) implements Seen {}

    /** Nothing was told for so long that whoever stands between might think the line dead. */
    record StillHere() implements Seen {}

    record Nothing() implements Seen {}

    /**
     * @param question answered when looked at
     * @param told the answer that the caller has
     * @param now of the machine's running clock, in nanoseconds
     */
    Watch(Supplier<Written> question, EntityTag told, long now) {
        this.question = question;
        this.told = told;
        this.toldAt = now;
        this.restUntil = now;
    }

    /** Looks, unless it rests. */
    Seen look(Supplier<Long> clock) {
        long begun = clock.get();
        if (begun - restUntil >= 0) {
            Written answer = question.get();
            long ended = clock.get();
            restUntil = ended + REST * (ended - begun);
            if (!answer.tag().equals(told)) {
                told = answer.tag();
                toldAt = ended;
                return new Changed(answer);
            }
        }
        if (begun - toldAt >= HEARTBEAT.toNanos()) {
            toldAt = begun;
            return new StillHere();
        }
        return new Nothing();
    }
}
