package crm.log;

import crm.tenant.TenantId;
import java.util.Comparator;

/** What became of the records that a key sent to a collection on a day. */
final class Tally {

    private long received;
    private long accepted;
    private long duplicates;
    private long rejected;

    /** Whose records are counted together, in the order in which everybody writes them. */
    record Key(TenantId tenant, long day, String keyId, String collection) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::tenant)
                .thenComparing(Key::day)
                .thenComparing(Key::keyId)
                .thenComparing(Key::collection);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    void count(Receipt.Outcome outcome) {
        received++;
        switch (outcome) {
            case ACCEPTED -> accepted++;
            case DUPLICATE -> duplicates++;
            case CONFLICT, HELD_BACK -> rejected++;
            case GONE -> throw new IllegalArgumentException("nothing was received");
        }
    }

    void countRefused() {
        received++;
        rejected++;
    }

    long received() {
        return received;
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    long rejected() {
        return rejected;
    }
}
