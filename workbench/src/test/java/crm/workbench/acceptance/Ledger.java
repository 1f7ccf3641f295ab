package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What clients know of the deals that they sent: their amounts, and which of them were acknowledged. */
final class Ledger {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CENTS = 10_000_000;

    private final Map<String, BigDecimal> sent = new TreeMap<>();
    private final Set<String> acknowledged = new TreeSet<>();

    /** Makes up deals and notes them as sent. */
    synchronized List<ObjectNode> newDeals(int count, RandomGenerator random) {
        return IntStream.range(0, count)
                .mapToObj(ignored -> newDeal(BigDecimal.valueOf(random.nextInt(MOST_CENTS), 2)))
                .toList();
    }

    private ObjectNode newDeal(BigDecimal amount) {
        String id = "deal-" + sent.size();
        sent.put(id, amount);
        return deal(id, amount);
    }

    synchronized void acknowledge(List<ObjectNode> deals) {
        deals.forEach(deal -> acknowledged.add(deal.required("id").asText()));
    }

    /** Every deal once more, with the same bytes. */
    synchronized List<ObjectNode> allDeals() {
        return sent.entrySet().stream()
                .map(deal -> deal(deal.getKey(), deal.getValue()))
                .toList();
    }

    synchronized Set<String> sent() {
        return Set.copyOf(sent.keySet());
    }

    synchronized Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    synchronized BigDecimal amountOf(Collection<String> ids) {
        return ids.stream().map(id -> sent.getOrDefault(id, BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ObjectNode deal(String id, BigDecimal amount) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("status", "won")
                .put("amount", amount)
                .put("createdAt", "2025-03-01T00:00:00Z")
                .put("closedAt", "2025-06-01T00:00:00Z");
    }
}
