package crm.log;

import static org.assertj.core.api.Assertions.assertThat;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

class OrderOfArrivalTest {

    private static final DataSource DATABASE = LogDatabase.fresh();
    private static final EventLog LOG = new EventLog(DATABASE, Clock.systemUTC());
    private static final EventLogReader READER = new EventLogReader(DATABASE);
    private static final AtomicLong TENANTS = new AtomicLong(1_000);

    @AfterContainer
    static void close() {
        LOG.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void theCurrentVersionsDoNotDependOnTheOrderOfArrival(
            @ForAll("sendings") List<Event> events, @ForAll Random random) {
        TenantId straight = new TenantId(TENANTS.incrementAndGet());
        TenantId shuffled = new TenantId(TENANTS.incrementAndGet());
        List<Event> otherOrder = new ArrayList<>(events);
        otherOrder.addAll(events);
        Collections.shuffle(otherOrder, random);

        LOG.append(LogDatabase.batch(straight, events)).join();
        List<CompletableFuture<Receipt>> sent = new ArrayList<>();
        for (int from = 0; from < otherOrder.size(); from += 3) {
            sent.add(LOG.append(
                    LogDatabase.batch(shuffled, otherOrder.subList(from, Math.min(otherOrder.size(), from + 3)))));
        }
        sent.forEach(CompletableFuture::join);

        assertThat(currentVersions(shuffled)).isEqualTo(currentVersions(straight));
        assertThat(READER.head(shuffled)).isEqualTo(READER.head(straight));
    }

    /** Versions of few records of whatever kind; a version of a record always says the same. */
    @Provide
    Arbitrary<List<Event>> sendings() {
        Arbitrary<String> collection = Arbitraries.of(
                RecordKinds.all().stream().map(RecordKind::collection).toList());
        return collection.list().ofSize(2).flatMap(collections -> Combinators.combine(
                        Arbitraries.of(collections),
                        Arbitraries.of("d", "D", "d "),
                        Arbitraries.integers().between(1, 4))
                .as((kind, id, version) ->
                        new Event(kind, id, Instant.ofEpochSecond(version), version == 3, kind + id + "/" + version))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12));
    }

    private static Map<String, String> currentVersions(TenantId tenant) {
        return READER.after(tenant, 0, 1_000).stream()
                .collect(Collectors.toMap(
                        event -> event.collection() + "/" + event.recordId(),
                        event -> READER.versions(tenant, event.collection(), event.recordId())
                                .getLast()
                                .data(),
                        (same, again) -> again));
    }
}
