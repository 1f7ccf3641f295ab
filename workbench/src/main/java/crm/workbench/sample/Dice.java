package crm.workbench.sample;

/**
 * Chance that gives the same throws on every machine and version of Java (SplitMix64; no library function whose last
 * digit may differ).
 */
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of one thing: the {@code number}th of what {@code salt} names. */
    static Dice of(long seed, String salt, long number) {
        return new Dice(mix(mix(seed ^ salt.hashCode() * STEP) + number * STEP));
    }

    /** Evenly from 0 to below 1. */
    double next() {
        state += STEP;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return next() < probability;
    }

    /** Evenly from {@code from} to below {@code to}. */
    double between(double from, double to) {
        return from + (to - from) * next();
    }

    /** Evenly from 0 to below {@code bound}. */
    long below(long bound) {
        return (long) (next() * bound);
    }

    /** Mostly near {@code median}, at times many times as much: how durations and amounts of money lie. */
    double around(double median, double spread) {
        return median * StrictMath.exp(spread * bell());
    }

    String oneOf(String... words) {
        return words[(int) below(words.length)];
    }

    /** The place of one of {@code weights}, the heavier the more often. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = next() * total;
        for (int place = 0; place < weights.length - 1; place++) {
            left -= weights[place];
            if (left < 0) {
                return place;
            }
        }
        return weights.length - 1;
    }

    /** Twelve throws added up are near enough to the normal distribution. */
    private double bell() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += next();
        }
        return sum;
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
