package crm.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a row belongs to a period. Beside each moment stands its date in the tenant's zone, named with {@code _date}. */
public sealed interface Timing {

    /** A flow: the row belongs to the period in which {@code moment} lies. */
    record At(String moment) implements Timing {}

    /**
     * A stock: the row belongs to every period at whose end it lasts. It lasts from {@code from}, or from the latest of
     * its delays if that is later, until {@code to}; without {@code to} it lasts for ever.
     */
    record Lasting(String from, String to, List<Delay> delays) implements Timing {
        public Lasting {
            delays = List.copyOf(delays);
        }

        public static Lasting between(String from, String to) {
            return new Lasting(from, to, List.of());
        }

        public Lasting delayed(Delay delay) {
            List<Delay> more = new java.util.ArrayList<>(delays);
            more.add(delay);
            return new Lasting(from, to, more);
        }
    }

    /**
     * An overlap: the row belongs to every period that it shares an instant with. Several rows of one thing count once:
     * {@code previousTo} is when the thing's row before this one ended, a microsecond after its start where it lasted no
     * time; without it, each row is a thing of its own.
     */
    record Overlapping(String from, String to, @Nullable String previousTo) implements Timing {}

    /** Some days after a moment; a row without that moment never starts. */
    record Delay(String moment, int days) {}
}
