package crm.engine.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How levels are made of changes. */
enum Running {

    /** The level is the sum of all changes so far. */
    SUM {
        @Override
        Map<String, List<BigDecimal>> levels(
                Map<String, ? extends NavigableMap<Integer, BigDecimal>> changes, int buckets) {
            Map<String, List<BigDecimal>> levels = new HashMap<>();
            changes.forEach((column, byBucket) -> levels.put(column, sums(byBucket, buckets, 0)));
            return levels;
        }
    },

    /** The level is who entered so far, less who ended before, less who is counted in this bucket already. */
    PRESENCE {
        @Override
        Map<String, List<BigDecimal>> levels(
                Map<String, ? extends NavigableMap<Integer, BigDecimal>> changes, int buckets) {
            Map<String, List<BigDecimal>> levels = new HashMap<>();
            changes.keySet().stream()
                    .filter(column -> column.endsWith("_entered"))
                    .map(column -> column.substring(0, column.length() - "_entered".length()))
                    .forEach(measure -> levels.put(measure, presence(changes, measure, buckets)));
            return levels;
        }
    };

    /** The level of every measure in every bucket. */
    abstract Map<String, List<BigDecimal>> levels(
            Map<String, ? extends NavigableMap<Integer, BigDecimal>> changes, int buckets);

    private static List<BigDecimal> presence(
            Map<String, ? extends NavigableMap<Integer, BigDecimal>> changes, String measure, int buckets) {
        List<BigDecimal> entered = sums(of(changes, measure + "_entered"), buckets, 0);
        List<BigDecimal> ended = sums(of(changes, measure + "_ended"), buckets, 1);
        NavigableMap<Integer, BigDecimal> repeated = of(changes, measure + "_repeated");
        List<BigDecimal> present = new ArrayList<>(buckets);
        for (int bucket = 0; bucket < buckets; bucket++) {
            present.add(entered.get(bucket)
                    .subtract(ended.get(bucket))
                    .subtract(repeated.getOrDefault(bucket, BigDecimal.ZERO)));
        }
        return present;
    }

    private static NavigableMap<Integer, BigDecimal> of(
            Map<String, ? extends NavigableMap<Integer, BigDecimal>> changes, String column) {
        NavigableMap<Integer, BigDecimal> found = changes.get(column);
        return found == null ? new TreeMap<>() : found;
    }

    /** For each bucket the sum of the changes up to {@code lag} buckets before it. */
    private static List<BigDecimal> sums(NavigableMap<Integer, BigDecimal> changes, int buckets, int lag) {
        List<BigDecimal> sums = new ArrayList<>(buckets);
        BigDecimal sum = BigDecimal.ZERO;
        for (int bucket = 0; bucket < buckets; bucket++) {
            sum = sum.add(changes.getOrDefault(bucket - lag, BigDecimal.ZERO));
            sums.add(sum);
        }
        return sums;
    }
}
