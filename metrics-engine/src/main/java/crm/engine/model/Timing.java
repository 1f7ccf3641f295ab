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

    /**
     * A frame: the row belongs to every period in which its moment lies, if it has one, and at whose first or last
     * instant all its stands hold.
     */
    record Framed(@Nullable String moment, List<Stand> stands) implements Timing {
        public Framed {
            stands = List.copyOf(stands);
        }

        public static Framed of(Stand... stands) {
            return new Framed(null, List.of(stands));
        }

        public static Framed in(String moment, Stand... stands) {
            return new Framed(moment, List.of(stands));
        }

        /** The moment that lists of rows are ordered by. */
        public String order() {
            return moment == null ? stands.getFirst().from() : moment;
        }
    }

    /** Holds from a moment until another, without the other for ever; asked about one edge of a period. */
    record Stand(String from, String to, Edge edge) {}

    /** An edge of a period. */
    enum Edge {
        /** Its first instant. */
        FIRST,
        /** Its last instant, but never later than now. */
        LAST
    }

    /** Some days after a moment; a row without that moment never starts. */
    record Delay(String moment, int days) {}
}
