package crm.report.load;

import crm.log.LogReader;
import crm.log.LoggedEvent;
import crm.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The log of one tenant, kept in a list: the same version of a record stands in it once. */
final class ListLog implements LogReader {

    static final TenantId ACME = new TenantId(1);
    private static final Instant RECEIVED = Instant.parse("2026-06-01T00:00:00Z");

    private final List<Sent> stored = new ArrayList<>();

    /** What a partner sends. */
    record Sent(String collection, String id, Instant version, boolean deleted, String data) {}

    ListLog push(String collection, String id, String version, String data) {
        return push(new Sent(collection, id, Instant.parse(version), false, data.replace('\'', '"')));
    }

    ListLog takeBack(String collection, String id, String version) {
        return push(new Sent(collection, id, Instant.parse(version), true, "{}"));
    }

    ListLog push(Sent sent) {
        boolean known = stored.stream()
                .anyMatch(other -> isSameRecord(other, sent) && other.version().equals(sent.version()));
        if (!known) {
            stored.add(sent);
        }
        return this;
    }

    List<Sent> stored() {
        return List.copyOf(stored);
    }

    @Override
    public Map<TenantId, Long> headsOfAllTenants() {
        return Map.of(ACME, (long) stored.size());
    }

    @Override
    public List<LoggedEvent> after(TenantId tenant, long position, int limit) {
        int to = (int) Math.min(stored.size(), position + limit);
        return IntStream.range((int) position, Math.max(to, (int) position))
                .mapToObj(this::logged)
                .toList();
    }

    private LoggedEvent logged(int index) {
        Sent sent = stored.get(index);
        long versions =
                stored.stream().filter(other -> isSameRecord(other, sent)).count();
        return new LoggedEvent(
                index + 1,
                sent.collection(),
                sent.id(),
                sent.version(),
                RECEIVED.plusSeconds(index),
                sent.deleted(),
                versions > 1,
                sent.data());
    }

    private static boolean isSameRecord(Sent one, Sent other) {
        return one.collection().equals(other.collection()) && one.id().equals(other.id());
    }
}
