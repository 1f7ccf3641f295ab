package crm.report.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import crm.log.LogReader;
import crm.log.LoggedEvent;
import crm.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A log that is a list; a version that stands in it already is not added again. */
final class ListedLog implements LogReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<TenantId, List<Pushed>> events = new HashMap<>();

    void append(TenantId tenant, List<Pushed> pushed) {
        List<Pushed> log = events.computeIfAbsent(tenant, key -> new ArrayList<>());
        for (Pushed each : pushed) {
            boolean known = log.stream()
                    .anyMatch(other -> isSame(other, each) && other.version().equals(each.version()));
            if (!known) {
                log.add(each);
            }
        }
    }

    void forget(TenantId tenant) {
        events.remove(tenant);
    }

    @Override
    public Map<TenantId, Long> headsOfAllTenants() {
        Map<TenantId, Long> heads = new HashMap<>();
        events.forEach((tenant, log) -> heads.put(tenant, (long) log.size()));
        return heads;
    }

    @Override
    public List<LoggedEvent> after(TenantId tenant, long position, int limit) {
        List<Pushed> log = events.getOrDefault(tenant, List.of());
        List<LoggedEvent> found = new ArrayList<>();
        for (int index = (int) position; index < log.size() && found.size() < limit; index++) {
            found.add(logged(log, index));
        }
        return found;
    }

    private static LoggedEvent logged(List<Pushed> log, int index) {
        Pushed event = log.get(index);
        boolean revised = log.stream().filter(other -> isSame(other, event)).count() > 1;
        return new LoggedEvent(
                index + 1L,
                event.collection(),
                event.id(),
                event.version(),
                event.receivedAt(),
                event.deleted(),
                revised,
                json(event));
    }

    private static boolean isSame(Pushed one, Pushed other) {
        return one.collection().equals(other.collection()) && one.id().equals(other.id());
    }

    static String json(Pushed event) {
        try {
            return JSON.writeValueAsString(plain(event.fields()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Instant instant -> instant.toString();
            case Map<?, ?> map -> {
                Map<Object, Object> sorted = new TreeMap<>();
                map.forEach((key, each) -> sorted.put(key, plain(each)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(ListedLog::plain).toList();
            default -> value;
        };
    }
}
