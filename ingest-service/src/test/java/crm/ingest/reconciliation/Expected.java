package crm.ingest.reconciliation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What should become of batches, told the simple way: a map of the versions there are. */
final class Expected {

    private static final int MOST_ITEMS = 6;
    private static final int IDS = 12;

    private final Map<String, Integer> amounts = new HashMap<>();
    private Counts total = new Counts(0, 0, 0);
    private int kept;

    /** One record of a batch; a version of a record says one amount only, and some have a title that is none. */
    record Sent(int id, int day, int amount, boolean sound) {
        String version() {
            return id + "@" + day;
        }

        String json() {
            return "{\"id\":\"d-%d\",\"updatedAt\":\"2026-03-0%dT00:00:00Z\",\"createdAt\":\"2026-03-01T00:00:00Z\",\"amount\":%d%s}"
                    .formatted(id, day, amount, sound ? "" : ",\"title\":7");
        }
    }

    record Counts(int accepted, int duplicates, int rejected) {
        Counts plus(Counts other) {
            return new Counts(accepted + other.accepted, duplicates + other.duplicates, rejected + other.rejected);
        }
    }

    static List<Sent> someOf(Random random) {
        return IntStream.range(0, 1 + random.nextInt(MOST_ITEMS))
                .mapToObj(ignored -> new Sent(
                        random.nextInt(IDS), 1 + random.nextInt(3), random.nextInt(3) / 2, random.nextInt(8) > 0))
                .toList();
    }

    static String body(List<Sent> items) {
        return items.stream().map(Sent::json).collect(Collectors.joining(",", "[", "]"));
    }

    Counts send(List<Sent> items, boolean atomic) {
        Map<String, Integer> before = new HashMap<>(amounts);
        Counts counts = new Counts(0, 0, 0);
        for (Sent item : items) {
            counts = counts.plus(send(item));
        }
        if (atomic && counts.rejected() > 0) {
            amounts.clear();
            amounts.putAll(before);
            counts = new Counts(0, 0, items.size());
        } else {
            kept += counts.rejected();
        }
        total = total.plus(counts);
        return counts;
    }

    Counts total() {
        return total;
    }

    int kept() {
        return kept;
    }

    private Counts send(Sent item) {
        if (!item.sound()) {
            return new Counts(0, 0, 1);
        }
        Integer known = amounts.putIfAbsent(item.version(), item.amount());
        if (known == null) {
            return new Counts(1, 0, 0);
        }
        return known == item.amount() ? new Counts(0, 1, 0) : new Counts(0, 0, 1);
    }
}
